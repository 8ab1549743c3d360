import './gallery.css';
import { createRoot } from 'react-dom/client';
import { lookIn, plainLook } from './look.ts';
import { Overview } from './Overview.tsx';
import { showSpecimen } from './show-specimen.tsx';
import { specimenNamed } from './specimens.ts';

const address = new URLSearchParams(location.search);
const name = address.get('specimen');
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

if (name === null) createRoot(root).render(<Overview only={lookIn(address)} />);
else void showSpecimen(specimenNamed(name), lookIn(address) ?? plainLook, root).then(sayReady);

/** To whoever takes a picture of it. */
function sayReady(): void {
  document.documentElement.dataset['isReady'] = 'true';
}

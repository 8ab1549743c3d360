import './gallery.css';
import { createRoot } from 'react-dom/client';
import { lookIn, plainLook } from './look.ts';
import { Overview } from './Overview.tsx';
import { scrollAlone } from './scroll-alone.ts';
import { showSpecimen } from './show-specimen.tsx';
import { specimenNamed } from './specimens.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const container = root;
let stop = (): void => undefined;

/** What the address asks for, by `?` or else by `#`, which shows it without loading the page anew. */
async function show(): Promise<void> {
  stop();
  const asked = location.hash.slice(1);
  const address = new URLSearchParams(asked || location.search);
  const name = address.get('specimen');
  if (name === null) {
    const overview = createRoot(container);
    overview.render(<Overview only={lookIn(address)} />);
    stop = () => overview.unmount();
    return;
  }
  const shown = showSpecimen(specimenNamed(name), lookIn(address) ?? plainLook, container);
  stop = shown.stop;
  await shown.isPlayed;
  // For whoever takes a picture of it.
  document.documentElement.dataset['shown'] = asked;
}

scrollAlone();
window.addEventListener('hashchange', () => void show());
void show();

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connect } from './connection.ts';
import { DesktopPage } from './DesktopPage.tsx';
import './style.css';

const root = document.getElementById('root');
if (root !== null) {
  const connection = connect(`ws://${location.host}/socket`);
  createRoot(root).render(
    <StrictMode>
      <DesktopPage connection={connection} />
    </StrictMode>,
  );
}

import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from './App.tsx';
import { PageContext } from './context.ts';
import { createPage } from './page.ts';
import { refuseDrops } from './refuse-drops.ts';
import { createWords } from './words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const words = createWords();
refuseDrops(window);

try {
  const page = createPage({ api: window.croco, document, performance });
  page.mirror.start();
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <PageContext value={page}>
          <App />
        </PageContext>
      </I18nextProvider>
    </StrictMode>,
  );
} catch (error) {
  // Without its bridge to main the page can neither report nor reload; a window that says so beats an empty one.
  root.textContent = words.t('popover.unreachable');
  throw error;
}

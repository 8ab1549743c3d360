import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { App } from '../../../src/renderer/App.tsx';
import { PageContext } from '../../../src/renderer/context.ts';
import { createPage } from '../../../src/renderer/page.ts';
import { createWords } from '../../../src/renderer/words.ts';
import { aView } from '../../fakes/a-view.ts';
import { createFakeCroco } from '../../unit/renderer/fake-croco.ts';
import { nowMs, wallMs } from './floor.ts';
import { drawn, hand } from './hand.ts';
import type { Look } from './look.ts';
import type { Specimen } from './specimen.ts';

/** Time stands still, so that every look at a specimen is the same. */
const performance = { now: () => 0 };

/** The page as the app draws it, on a made-up main process. Settles once the state to be shown is there. */
export async function showSpecimen(
  { view, answers, play }: Specimen,
  look: Look,
  root: Element,
): Promise<void> {
  const { theme, language, text } = look;
  const { documentElement } = document;
  documentElement.style.fontSize = `${text}%`;
  // Before the first answer the page follows the system.
  documentElement.dataset['theme'] = theme;
  documentElement.lang = language;
  Date.now = () => wallMs;
  const words = createWords();
  await words.changeLanguage(language);
  const made = aView({ nowMs, ...view, language });
  const preferences = { ...made.preferences, theme, language };
  const { api } = createFakeCroco({ ...made, preferences }, answers?.(words.t));
  const page = createPage({ api, document, performance });
  page.mirror.start();
  createRoot(root).render(
    <I18nextProvider i18n={words}>
      <PageContext value={page}>
        <App />
      </PageContext>
    </I18nextProvider>,
  );
  await play?.(hand, words.t);
  await drawn();
  await drawn();
}

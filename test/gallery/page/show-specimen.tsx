import type { TFunction } from 'i18next';
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
import type { Play, Specimen } from './specimen.ts';

/** Time stands still, so that every look at a specimen is the same. */
const performance = { now: () => 0 };

interface ShownSpecimen {
  /** Settles once the state to be shown is there. */
  readonly isPlayed: Promise<void>;
  readonly stop: () => void;
}

/** The page as the app draws it, on a made-up main process. */
export function showSpecimen(
  { view, answers, play }: Specimen,
  { theme, language, text }: Look,
  container: Element,
): ShownSpecimen {
  const { documentElement } = document;
  documentElement.style.fontSize = `${text}%`;
  // Before the first answer the page follows the system.
  documentElement.dataset['theme'] = theme;
  documentElement.lang = language;
  Date.now = () => wallMs;
  const words = createWords();
  void words.changeLanguage(language);
  const made = aView({ nowMs, ...view, language });
  const preferences = { ...made.preferences, theme, language };
  const { api } = createFakeCroco({ ...made, preferences }, answers?.(words.t));
  const page = createPage({ api, document, performance });
  const stopMirror = page.mirror.start();
  const root = createRoot(container);
  root.render(
    <I18nextProvider i18n={words}>
      <PageContext value={page}>
        <App />
      </PageContext>
    </I18nextProvider>,
  );
  return {
    isPlayed: playIn(words.t, play),
    stop: () => {
      root.unmount();
      stopMirror();
    },
  };
}

async function playIn(t: TFunction, play: Play | undefined): Promise<void> {
  await play?.(hand, t);
  await drawn();
  await drawn();
}

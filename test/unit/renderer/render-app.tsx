import { act, cleanup, render } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach } from 'vitest';
import { App } from '../../../src/renderer/App.tsx';
import { PageContext } from '../../../src/renderer/context.ts';
import { createWords } from '../../../src/renderer/words.ts';
import { createFakePage, type FakeCroco } from './fake-croco.ts';

/** There is no layout here; lists draw what fits into this much of it. */
const layoutPx = { clientHeight: 600, clientWidth: 380, offsetHeight: 50, offsetWidth: 380 };
for (const [name, value] of Object.entries(layoutPx)) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
}

const stops: (() => void)[] = [];

afterEach(() => {
  cleanup();
  for (const stop of stops.splice(0)) stop();
});

/** The whole page on a fake main process, after its first answer. */
export async function renderApp({ api }: FakeCroco): Promise<void> {
  const page = createFakePage(api);
  stops.push(page.mirror.start());
  await act(async () => {
    render(
      <I18nextProvider i18n={createWords()}>
        <PageContext value={page}>
          <App />
        </PageContext>
      </I18nextProvider>,
    );
  });
}

import { act, cleanup, render } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach } from 'vitest';
import { App } from '../../../src/renderer/App.tsx';
import { PageContext } from '../../../src/renderer/context.ts';
import { createWords } from '../../../src/renderer/words.ts';
import { createFakePage, type FakeCroco } from './fake-croco.ts';

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

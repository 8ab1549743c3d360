import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, it } from 'vitest';
import { PageContext } from '../../../../src/renderer/context.ts';
import { Inbox } from '../../../../src/renderer/screens/inbox/Inbox.tsx';
import { createWords } from '../../../../src/renderer/words.ts';
import type { KeptQuietView } from '../../../../src/shared/alert.ts';
import { succeed } from '../../../../src/shared/result.ts';
import { aView, createFakeCroco, createFakePage } from '../fake-croco.ts';

afterEach(cleanup);

const about = (id: number, agentUser: string | null): KeptQuietView => ({
  id,
  atMs: 0,
  agentUser,
  title: 'Call ended',
  reason: 'switched-off',
});

async function openAbout(quietAbout: string): Promise<void> {
  const keptQuiet = [about(3, 'ana'), about(2, 'ben'), about(1, null)];
  const fake = createFakeCroco(aView(), { listInbox: async () => succeed({ alerts: [], keptQuiet }) });
  const page = createFakePage(fake.api);
  await page.mirror.fetchView();
  await act(async () => {
    render(
      <I18nextProvider i18n={createWords()}>
        <PageContext value={page}>
          <Inbox onBack={() => undefined} onAgent={() => undefined} quietAbout={quietAbout} />
        </PageContext>
      </I18nextProvider>,
    );
  });
}

const entries = () =>
  within(screen.getByRole('list', { name: 'Why no notification?' })).getAllByRole('listitem');

it('asked about an agent, it opens on why nothing was told of them, and on everybody on demand', async () => {
  await openAbout('ana');
  expect(entries().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('ana')]);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Only ana. Show all agents' })));
  expect(entries()).toHaveLength(3);
  expect(screen.queryByRole('button', { name: /^Only/ })).toBeNull();
});

it('asked about an agent of whom nothing is known, it says so', async () => {
  await openAbout('zoe');
  expect(screen.getByText('Nothing about zoe was kept quiet since the app started.')).toBeDefined();
});

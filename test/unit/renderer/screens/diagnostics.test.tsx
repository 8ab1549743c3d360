import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail } from '../../../../src/shared/result.ts';
import { aView } from '../../../fakes/a-view.ts';
import { createFakeCroco } from '../fake-croco.ts';
import { renderApp } from '../render-app.tsx';
import { openSettings } from './settings/open-settings.tsx';

const press = () =>
  act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy diagnostics' })));

test('Copy diagnostics asks main for it and says that it is copied; the page gets no text', async () => {
  const fake = await openSettings(createFakeCroco(aView()));
  await press();
  expect(fake.asked).toContainEqual(['copyDiagnostics']);
  expect(screen.getByText('Copied. Paste it into a message to whoever supports you.')).toBeDefined();
});

test('a clipboard that fails is told', async () => {
  await openSettings(
    createFakeCroco(aView(), { copyDiagnostics: () => Promise.resolve(fail({ kind: 'internal' })) }),
  );
  await press();
  expect(screen.queryByText(/^Copied/)).toBeNull();
  expect(screen.getByText(/Something went wrong/)).toBeDefined();
});

test.each([
  ['failing', { kind: 'failing', problem: { kind: 'refused' }, sinceMs: 0, retryAtMs: 60_000 }],
  ['stopped for good', { kind: 'stopped', problem: { kind: 'no-permission' } }],
] as const)('it is at hand where the connection is %s', async (_what, health) => {
  const fake = createFakeCroco(aView({ health }));
  await renderApp(fake);
  await press();
  expect(fake.asked).toContainEqual(['copyDiagnostics']);
});

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail } from '../../../../src/shared/result.ts';
import { aView } from '../../../fakes/a-view.ts';
import { createFakeCroco } from '../fake-croco.ts';
import { press } from '../hand.ts';
import { openSettings } from '../open-settings.ts';
import { renderApp } from '../render-app.tsx';

const copy = () => press('Copy diagnostics');

test('Copy diagnostics asks main for it and says that it is copied; the page gets no text', async () => {
  const fake = await openSettings();
  await copy();
  expect(fake.asked).toContainEqual(['copyDiagnostics']);
  expect(screen.getByText('Copied. Paste it into a message to whoever supports you.')).toBeDefined();
});

test('a clipboard that fails is told', async () => {
  await openSettings({}, { copyDiagnostics: () => Promise.resolve(fail({ kind: 'internal' })) });
  await copy();
  expect(screen.queryByText(/^Copied/)).toBeNull();
  expect(screen.getByText(/Something went wrong/)).toBeDefined();
});

test.each([
  ['failing', { kind: 'failing', problem: { kind: 'refused' }, sinceMs: 0, retryAtMs: 60_000 }],
  ['stopped for good', { kind: 'stopped', problem: { kind: 'no-permission' } }],
] as const)('it is at hand where the connection is %s', async (_what, health) => {
  const fake = createFakeCroco(aView({ health }));
  await renderApp(fake);
  await copy();
  expect(fake.asked).toContainEqual(['copyDiagnostics']);
});

import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { longestReport } from '../../../src/shared/bridge.ts';
import { aView } from '../../fakes/a-view.ts';
import { createFakeCroco } from './fake-croco.ts';
import { renderApp } from './render-app.tsx';

test('what cannot be drawn leaves one sentence and Reload, and main is told once', async () => {
  // React writes every such exception to the console, too.
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const view = aView();
  const broken = {
    ...view,
    get notices(): never {
      throw new TypeError(`no notices ${'.'.repeat(longestReport)}`);
    },
  };
  const fake = createFakeCroco(broken);
  await renderApp(fake);
  silenced.mockRestore();
  expect(screen.getByText('This window could not be drawn.')).toBeDefined();
  const reports = fake.asked.filter(([name]) => name === 'reportCrash');
  expect(reports).toEqual([['reportCrash', { report: expect.stringContaining('TypeError: no notices') }]]);
  expect(JSON.stringify(reports).length).toBeLessThan(longestReport + 100);
  fireEvent.click(screen.getByRole('button', { name: 'Reload' }));
  expect(fake.asked.at(-1)).toEqual(['reloadPage']);
});

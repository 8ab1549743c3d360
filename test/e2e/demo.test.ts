import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { host } from './driver/launch.ts';
import { eventually, everythingIn, setStage } from './stage.ts';

it('the demo lives by itself, tells of calls, and leaves nothing behind', async () => {
  await using stage = await setStage({ flags: ['--demo'] });
  const { app } = stage;
  await app.popover.getByText('Demo: these agents are made up.').waitFor();
  await eventually(async () => (await app.tray()).tooltip).toMatch(/^\d+ (in call|ready|ringing)/);
  const tray = await app.tray();
  expect(tray.hasIcon).toBe(true);
  expect(tray.menu.filter((line) => line.includes(' — ')).length).toBeGreaterThan(3);
  await expect
    .poll(async () => (await app.notifications()).map(({ title }) => title).join('\n'), { timeout: 60_000 })
    .toMatch(/Call connected: |calls connected/);

  await app.popover.getByRole('button', { name: 'Leave demo' }).click();
  await app.popover.getByRole('button', { name: 'Try the demo' }).waitFor();
  await eventually(async () => (await app.tray()).tooltip).toBe(
    'Croco Tray · not monitoring: no account yet',
  );
  expect(await app.quit()).toBe(0);
  expect(await everythingIn(stage.userData)).not.toMatch(/demo@|"apiUser"/);
  if (host === 'preview') {
    const search = ['search', '--all', 'service', 'Croco Tray (development)'];
    const { stdout, stderr } = await promisify(execFile)('secret-tool', search, { env: stage.session.env });
    expect(stdout + stderr).toBe('');
  }
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DesktopSession, startKeyring, startWithoutBus } from '../fakes/keyring-session.ts';
import { host } from './driver/launch.ts';
import { connect, everythingIn, password, rowOf, setStage } from './stage.ts';

const noKeytar = join(import.meta.dirname, '../fixtures/no-keytar.cjs');

async function startWithoutKeytar(): Promise<DesktopSession> {
  const { env, stop } = await startKeyring();
  return { env: { ...env, NODE_OPTIONS: `--require=${noKeytar}` }, stop };
}

// Real Electron runs in the desktop session that is there, with the keychain it has.
describe.runIf(host === 'preview')('without a keychain', () => {
  it.each([
    {
      problem: 'no Secret Service',
      startSession: startWithoutBus,
      reason: 'the keychain of this computer would not keep it',
      nextTime: 'The keychain of this computer could not be read',
    },
    {
      problem: 'a keytar that does not load',
      startSession: startWithoutKeytar,
      reason: 'no keychain was found on this computer',
      nextTime: 'No keychain was found on this computer to keep it in.',
    },
  ])(
    '$problem: the password is kept for this run, as the user is told',
    async ({ startSession, reason, nextTime }) => {
      await using stage = await setStage({ startSession });
      await connect(stage);
      await stage.app.popover
        .getByText(`The password is kept for this run only, because ${reason}.`)
        .waitFor();
      await stage.app.popover.getByRole('button', { name: 'Settings' }).click();
      await stage.app.popover
        .getByText(`Kept for this run only, because ${reason}`, { exact: true })
        .waitFor();

      const { popover } = await stage.restart();
      await popover.getByText(nextTime, { exact: true }).waitFor();
      await popover.getByLabel('API password').fill(password);
      await popover.getByRole('button', { name: 'Sign in' }).click();
      await rowOf(stage.app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();
      expect(await everythingIn(stage.userData)).not.toContain(password);
    },
  );
});

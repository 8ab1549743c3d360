import { expect, it } from 'vitest';
import { startWithoutBus } from '../fakes/keyring-session.ts';
import { host } from './driver/launch.ts';
import { connect, everythingIn, password, rowOf, setStage } from './stage.ts';

const because = 'because no keychain was found on this computer';

// Real Electron runs in the desktop session that is there, with the keychain it has.
it.runIf(host === 'preview')(
  'without a Secret Service the password is kept for this run, as the user is told',
  async () => {
    await using stage = await setStage({ startSession: startWithoutBus });
    await connect(stage);
    await stage.app.popover.getByText(`The password is kept for this run only, ${because}.`).waitFor();
    await stage.app.popover.getByRole('button', { name: 'Settings' }).click();
    await stage.app.popover.getByText(`Kept for this run only, ${because}`, { exact: true }).waitFor();

    const { popover } = await stage.restart();
    await popover
      .getByText('No keychain was found on this computer to keep it in.', { exact: true })
      .waitFor();
    await popover.getByLabel('API password').fill(password);
    await popover.getByRole('button', { name: 'Sign in' }).click();
    await rowOf(stage.app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();
    expect(await everythingIn(stage.userData)).not.toContain(password);
  },
);

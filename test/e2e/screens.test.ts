import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startWithoutBus } from '../fakes/keyring-session.ts';
import { host } from './driver/launch.ts';
import { look } from './look.ts';
import {
  ask,
  connectCall,
  eventually,
  onPause,
  reach,
  rowOf,
  type Stage,
  setStage,
  signInto,
} from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string) => stage.app.popover.getByRole('button', { name, exact: true });
const field = (name: string) => stage.app.popover.getByLabel(name, { exact: true });
const speak = (language: 'en' | 'es') => ask(stage, 'changePreferences', { change: { language } });

/** Every family, long names, odd statuses: 25 agents, one of whom the dialler does not know. */
function fillFloor(dialler: Stage['dialler']): void {
  const { floor } = dialler;
  for (const name of ['carla.soto', 'diego.paz', 'emma.hughes', 'fran.gil', 'gina.brooks', 'hugo.rey']) {
    floor.set(name, { status: 'READY' });
  }
  for (const name of ['ines.mora', 'jon.parker', 'karen.diaz', 'leo.campos']) connectCall(dialler, name);
  floor.set('maria-del-carmen.hernandez-gutierrez', { status: 'PAUSE - LUNCH BREAK' });
  floor.set('nora.vega', { status: 'PAUSE - TRAINING WITH THE NEW SCRIPT UNTIL THREE' });
  floor.set('oscar.leon', { status: 'LAGGED' });
  floor.set('paula.ortiz', { status: 'DISPOSITION', lead_id: 4711, campaign_id: 'CAMP002' });
  floor.set('quinn.baker', { status: 'DISPO' });
  floor.set('rosa.lima', { status: 'DEAD', in_call_with: '15550101234', lead_id: 99 });
  floor.set('sam.cooper', {
    status: 'RING',
    campaign_id: 'SUPPORT',
    campaign_name: 'Customer support, evenings',
  });
  floor.set('tina.fox', { status: 'QUEUE' });
  floor.set('ursula.king', { status: 'CHAT' });
  floor.set('víctor.núñez', { status: 'ESPERA' });
  floor.set('walter.page', null);
  floor.add('xenia.ross');
  floor.remove('yago.lost');
}

describe('before there is an account', () => {
  it('the first run', async () => {
    await stage.app.popover.getByRole('button', { name: 'Try the demo' }).waitFor();
    await look(stage.app, 'first-run');
    await speak('es');
    await stage.app.popover.getByRole('button', { name: 'Probar la demo' }).waitFor();
    await look(stage.app, 'first-run-es');
    await speak('en');
  });

  it('the connect form: empty, with errors, with warnings and everything open, refused', async () => {
    await stage.app.popover.getByRole('button', { name: 'Connect to your dialler' }).click();
    await look(stage.app, 'connect-empty');
    await button('Connect').click();
    await stage.app.popover.getByText('Type the server.').waitFor();
    await look(stage.app, 'connect-errors');
    await field('Server').fill(stage.dialler.url);
    await field('API user').fill('floor.api');
    await field('Password').fill('it is "quite" long; really');
    await field('Agents to watch').fill('ana.ruiz\nben.cole');
    await button('Advanced').click();
    await stage.app.popover.getByText('GET', { exact: true }).click();
    await look(stage.app, 'connect-warnings');
    await button('Connect').scrollIntoViewIfNeeded();
    await stage.app.popover
      .getByRole('textbox', { name: 'Ask about each agent every' })
      .scrollIntoViewIfNeeded();
    await look(stage.app, 'connect-advanced');
    await button('Test connection').click();
    await stage.app.popover.getByText('The dialler refused the API user or password').waitFor();
    await look(stage.app, 'connect-refused');
    await speak('es');
    await stage.app.popover.getByText('El marcador rechazó el usuario o la contraseña de API').waitFor();
    await look(stage.app, 'connect-refused-es');
    await speak('en');
    await button('Back').click();
  });
});

describe('with an account', () => {
  it('nobody to watch yet', async () => {
    await signInto(stage, []);
    await stage.app.popover.getByText('No agents yet').waitFor();
    await look(stage.app, 'empty');
  });

  it('waiting for the first answers', async () => {
    fillFloor(stage.dialler);
    stage.dialler.faults.inject({ kind: 'hang' });
    const agentUsers = [...stage.dialler.floor.people().map(({ user }) => user), 'yago.lost'];
    await ask(stage, 'addAgents', { agentUsers });
    await stage.app.popover.getByText('Asking the dialler…').first().waitFor();
    await look(stage.app, 'loading');
  });

  it('paused', async () => {
    await stage.app.chooseFromMenu('Pause watching');
    await stage.app.popover.getByText('Watching is paused, so nothing here is current.').waitFor();
    await look(stage.app, 'paused');
    stage.dialler.faults.clear();
    await button('Resume watching').first().click();
  });

  it('a whole floor', async () => {
    await rowOf(stage.app, 'yago.lost').getByText('The dialler knows no agent of this name.').waitFor();
    await eventually(() => stage.app.popover.getByText('Asking the dialler…').count()).toBe(0);
    connectCall(stage.dialler, 'ana.ruiz');
    // The row moves once the call is seen, perhaps out of what is drawn.
    await eventually(async () => (await reach(stage.app, 'ana.ruiz')).textContent()).toContain('IN CALL');
    await reach(stage.app, 'yago.lost');
    await look(stage.app, 'agents');
    await reach(stage.app, 'walter.page');
    await look(stage.app, 'agents-end');
    await speak('es');
    await stage.app.popover.getByRole('button', { name: 'Pausar la vigilancia' }).waitFor();
    await look(stage.app, 'agents-es');
    await speak('en');
  });

  it('one family, adding, nothing found', async () => {
    await stage.app.popover
      .getByRole('group', { name: 'Show only agents in a state' })
      .getByText('In call')
      .click();
    await look(stage.app, 'filtered');
    await button('Add agents').click();
    await look(stage.app, 'adding');
    await button('Cancel').first().click();
    await stage.app.popover.getByRole('searchbox').fill('zzz');
    await stage.app.popover.getByText('No agent matches.').waitFor();
    await look(stage.app, 'no-match');
    await button('Show all agents').click();
  });

  it('a row open', async () => {
    const row = await reach(stage.app, 'ana.ruiz');
    await row.locator('[data-user]').click();
    await row.getByText('Vendor lead code').waitFor();
    await look(stage.app, 'row-open');
    await row.getByRole('button', { name: 'Show number' }).click();
    await row.getByRole('button', { name: 'Copy Lead ID' }).click();
    // A message stays while the pointer is on it, however long we look.
    await stage.app.popover.getByText('Lead ID copied.').hover();
    await look(stage.app, 'row-revealed');
    await button('Dismiss').click();
    await row.locator('[data-user]').click();
  });

  it('settings', async () => {
    await button('Settings').click();
    await stage.app.popover.getByRole('heading', { name: 'Appearance' }).waitFor();
    await look(stage.app, 'settings');
    await button('Sign out').scrollIntoViewIfNeeded();
    await look(stage.app, 'settings-end');
    await speak('es');
    await stage.app.popover.getByRole('heading', { name: 'Apariencia' }).waitFor();
    await look(stage.app, 'settings-es');
    await speak('en');
    await button('Edit connection').click();
    await look(stage.app, 'edit');
    await button('Back').click();
  });

  it('the dialler down, with rows growing stale', async () => {
    await stage.dialler.pause();
    await stage.app.popover.getByText('The last known state is below.').waitFor();
    await (await reach(stage.app, 'ana.ruiz')).getByText(/last heard/).waitFor();
    await stage.app.popover.getByText('The last known state is below.').scrollIntoViewIfNeeded();
    await look(stage.app, 'failing');
    await speak('es');
    await stage.app.popover.getByText('El último estado conocido está abajo.').waitFor();
    await look(stage.app, 'failing-es');
    await speak('en');
    await stage.dialler.resume();
  });

  it('signed out, by the dialler and by the user', async () => {
    stage.dialler.setPassword('Changed-22');
    await stage.app.popover.getByRole('heading', { name: 'Signed out' }).waitFor();
    await button('Sign in').click();
    await stage.app.popover.getByText('Type the password of the API user.').waitFor();
    await look(stage.app, 'refused');
    await ask(stage, 'signOut');
    await stage.app.popover.getByText(/^No password is stored/).waitFor();
    await look(stage.app, 'signed-out');
    await speak('es');
    await stage.app.popover.getByRole('heading', { name: 'Sesión cerrada' }).waitFor();
    await look(stage.app, 'signed-out-es');
  });
});

describe('what the user should know once', () => {
  it('a settings file that could not be read', async () => {
    await using own = await setStage({
      prepare: (userData) => writeFile(join(userData, 'settings.json'), '{"half'),
    });
    await own.app.popover.getByText(/settings file could not be read/).waitFor();
    await look(own.app, 'notice-settings-broken');
  });

  it.runIf(host === 'preview')('a password kept for this run only', async () => {
    await using own = await setStage({ startSession: startWithoutBus });
    await signInto(own);
    onPause(own.dialler, 'ana.ruiz');
    await own.app.popover.getByRole('button', { name: 'Settings' }).click();
    await own.app.popover.getByText(/^Kept for this run only/).scrollIntoViewIfNeeded();
    await look(own.app, 'session-only');
  });
});

import { afterAll, beforeAll, describe, it } from 'vitest';
import { defaultSettings } from '../../src/shared/settings.ts';
import { look } from './look.ts';
import {
  ask,
  connectCall,
  eventually,
  onPause,
  openRow,
  rowOf,
  type Stage,
  setStage,
  signInto,
  titlesOf,
} from './stage.ts';

let stage: Stage;

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name }).first();
const text = (said: string | RegExp) => stage.app.popover.getByText(said).first();
const change = (changed: object) => ask(stage, 'changePreferences', { change: changed });
const ready = (user: string) => stage.dialler.floor.set(user, { status: 'READY' });

async function inSpanish(name: string, seen: string | RegExp): Promise<void> {
  await change({ language: 'es' });
  await text(seen).waitFor();
  await look(stage.app, `${name}-es`);
  await change({ language: 'en' });
}

beforeAll(async () => {
  stage = await setStage();
  const { floor } = stage.dialler;
  for (const user of ['carla.soto', 'diego.paz', 'emma.hughes']) ready(user);
  floor.set('fran.gil', { status: 'DISPOSITION', lead_id: 4711, campaign_name: 'Spring offer' });
  floor.set('gina.brooks', { status: 'PAUSE - LUNCH BREAK' });
  floor.set('hugo.rey', { status: 'PAUSE - TRAINING' });
  floor.set('maria-del-carmen.hernandez-gutierrez', { status: 'DEAD', in_call_with: '15550101234' });
  await signInto(stage);
  await text('PAUSE - TRAINING').waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

/** One story, told in order. */
describe('what alerts look like', () => {
  it('an inbox before anything happened', async () => {
    await button('Inbox').click();
    await text('Nothing yet').waitFor();
    await look(stage.app, 'inbox-empty');
    await text('Kept quiet').click();
    await text('Nothing was kept quiet').waitFor();
    await look(stage.app, 'inbox-quiet-empty');
    await button('Back').click();
  });

  it('rows in amber and red, and my pause', async () => {
    const { thresholds } = defaultSettings;
    const of = (warningMs: number | null, alarmMs: number | null) => ({ warningMs, alarmMs, notifies: true });
    const limited = { family: null, label: '', limitMs: 10 * 60_000 };
    await change({
      me: 'ben.cole',
      limitWarningMs: 0,
      thresholds: {
        ...thresholds,
        'wrap-up': of(0, null),
        dead: of(null, 0),
        paused: of(0, null),
        ready: of(0, null),
      },
      dictionary: [
        { status: 'PAUSE - BREAK', ...limited },
        { status: 'PAUSE - LUNCH BREAK', ...limited },
        { status: 'PAUSE - TRAINING', ...limited, label: 'Training' },
      ],
    });
    await rowOf(stage.app, 'fran.gil').and(stage.app.popover.locator('[data-severity="warning"]')).waitFor();
    await look(stage.app, 'agents-alerts');
    await inSpanish('agents-alerts', 'Tú · ben.cole');
  });

  it('the settings about alerts', async () => {
    const { popover } = stage.app;
    await button('Settings').click();
    const hours = text('Notify only in working hours');
    await hours.click();
    await popover.getByLabel('Monday, to').fill('08:00');
    await text('Over midnight, into the next day').waitFor();
    await ask(stage, 'muteAgent', { agentUser: 'hugo.rey', isMuted: true });
    await button('Unmute hugo.rey').scrollIntoViewIfNeeded();
    await look(stage.app, 'settings-hours');
    await button('Unmute hugo.rey').click();
    // Whatever the clock says, what follows is within them.
    await hours.click();
    await button('Send test notification').click();
    await text('Sent. If nothing appeared, check this:').waitFor();
    await popover
      .getByRole('heading', { name: 'Notifications' })
      .evaluate((heading) => heading.scrollIntoView());
    await look(stage.app, 'settings-notifications');
    await popover.getByLabel('Address of a lead in your CRM').fill('http://{agent}');
    await text(/Not saved\.$/).waitFor();
    await popover.getByRole('heading', { name: 'CRM link' }).evaluate((heading) => heading.scrollIntoView());
    await look(stage.app, 'settings-crm');
    await inSpanish('settings-crm', 'Vigilancia');
    await button('Back').click();
  });

  it('my own call, and a connected one of somebody else', async () => {
    const { app, dialler } = stage;
    await change({ me: 'ana.ruiz', crmTemplate: 'https://crm.example.com/{lead_id}' });
    connectCall(dialler, 'ana.ruiz');
    await text('You · ana.ruiz').waitFor();
    await button('Open CRM').waitFor();
    await look(app, 'me-in-call');
    connectCall(dialler, 'carla.soto', { in_call_with: '15550106688', lead_id: 4712 });
    const connected = async () =>
      (await app.notifications()).find(({ title }) => title === 'Call connected: carla.soto')?.id ?? '';
    await eventually(connected).not.toBe('');
    await app.clickNotification(await connected());
    const card = app.popover.getByRole('region', { name: 'Call connected: carla.soto' });
    await card.waitFor();
    await eventually(() => app.popover.getByRole('group', { name: 'This call' }).count()).toBe(2);
    await look(app, 'connect-card-and-me');
    await change({ me: null });
    await eventually(() => app.popover.getByText('You · ana.ruiz').count()).toBe(0);
    await look(app, 'connect-card');
    await inSpanish('connect-card', 'Llamada conectada: carla.soto');
    await card.getByRole('button', { name: 'Dismiss' }).click();
  });

  it('everything about an agent, armed and muted', async () => {
    const row = rowOf(stage.app, 'carla.soto');
    await row.getByRole('button', { name: 'when free' }).click();
    await row.getByText(/^You will be told/).waitFor({ state: 'attached' });
    await row.getByRole('button', { name: 'Mute this agent' }).click();
    await row.getByText('Muted', { exact: true }).waitFor({ state: 'attached' });
    await row.getByRole('button', { name: 'Remove from list' }).scrollIntoViewIfNeeded();
    await look(stage.app, 'row-chores');
    await inSpanish('row-chores', 'Reactivar notificaciones');
    await row.locator('[data-user]').click();
  });

  it('presenting and muted', async () => {
    const { app } = stage;
    await ask(stage, 'mute', { span: '1-hour' });
    await change({ isPresenting: true });
    await text('Presenting: customer data is hidden').waitFor();
    await text(/^Notifications muted for/).waitFor();
    await (await openRow(stage, 'ana.ruiz')).getByText('Vendor lead code').waitFor();
    await look(app, 'bars');
    await inSpanish('bars', 'Presentando: datos de clientes ocultos');
    await change({ isPresenting: false });
    await rowOf(app, 'ana.ruiz').locator('[data-user]').click();
  });

  it('an inbox with all kinds of lines, and what was kept quiet', async () => {
    const { app, dialler } = stage;
    // While still muted.
    connectCall(dialler, 'diego.paz', { lead_id: 5 });
    await rowOf(app, 'diego.paz').getByText('IN CALL', { exact: true }).waitFor();
    await ask(stage, 'mute', { span: null });
    await ask(stage, 'tellWhen', { agentUser: 'ben.cole', event: 'back', isArmed: true });
    ready('ben.cole');
    await change({
      thresholds: { ...defaultSettings.thresholds, 'wrap-up': { warningMs: 0, alarmMs: 0, notifies: true } },
    });
    dialler.floor.set('Eva.Luna', { status: 'DISPOSITION' });
    onPause(dialler, 'emma.hughes', 'PAUSE - TRAINING');
    await eventually(() => titlesOf(stage)).toContain('ben.cole is back');
    await rowOf(app, 'emma.hughes').getByText('Training', { exact: true }).waitFor();
    await button(/^Inbox/).click();
    await text('Call connected: diego.paz').waitFor();
    await button(/^Mark as read: Call connected: diego\.paz/).click();
    await look(app, 'inbox');
    await inSpanish('inbox', 'Bandeja de avisos');
    await text('Kept quiet').click();
    await text('Why no notification?').waitFor();
    await look(app, 'inbox-quiet');
    await inSpanish('inbox-quiet', '¿Por qué no hubo notificación?');
    await app.popover.getByText('All', { exact: true }).click();
    await button('Clear').click();
    // A message stays while the pointer is on it, however long we look.
    await button('Undo').hover();
    await look(app, 'inbox-cleared');
    await button('Undo').click();
    await button('Back').click();
  });
});

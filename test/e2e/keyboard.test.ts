import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeys } from './keys.ts';
import {
  apiUser,
  ask,
  connectCall,
  eventually,
  onPause,
  password,
  rowOf,
  type Stage,
  setStage,
  settingsOf,
} from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const { press, type, focused, tabThrough, tabTo } = createKeys(() => stage.app);

async function openSettings(): Promise<void> {
  await tabTo('Settings', 'Shift+Tab');
  await press('Enter');
  await eventually(focused).toBe('Settings');
}

/** From a screen that the settings led to. */
async function leaveSettings(): Promise<void> {
  await press('Escape');
  await stage.app.popover.getByRole('button', { name: 'Send test notification' }).waitFor();
  await press('Escape');
  await eventually(focused).toMatch(/^Agents/);
}

/** One story, told in order, without a pointer. */
describe('by keyboard alone', () => {
  it('the first run leads to the form', async () => {
    await stage.app.popover.getByRole('button', { name: 'Try the demo' }).waitFor();
    await eventually(() => stage.app.evaluate('document.hasFocus()')).toBe(true);
    const names = await tabThrough(2);
    expect(names[0]).toMatch(/^Connect to your dialler/);
    expect(names[1]).toMatch(/^Try the demo/);
    await press('Shift+Tab');
    await press('Enter');
    await eventually(focused).toBe('Connect to your dialler');
  });

  it('the form has the order of the eye', async () => {
    expect(await tabThrough(8)).toEqual([
      'Server',
      'API user',
      'Password',
      'Show password',
      'Agents to watch',
      'Advanced',
      'Test connection',
      'Connect',
    ]);
  });

  it('Enter submits, and the first field with a problem gets the focus', async () => {
    await tabTo('Password', 'Shift+Tab');
    await press('Enter');
    await eventually(focused).toBe('Server');
    await type(stage.dialler.url);
    await press('Enter');
    await eventually(focused).toBe('API user');
    await type(apiUser);
    await press('Enter');
    await eventually(focused).toBe('Password');
    await type(password);
    await tabTo('Agents to watch');
    await type('ana.ruiz');
    await press('Enter');
    await type('ben.cole, Eva.Luna');
    await tabTo('Advanced');
    await press('Enter');
    await press('Tab');
    expect(await focused()).toBe('Send requests as: POST');
    await press('ArrowRight');
    expect(await focused()).toBe('Send requests as: GET');
    await tabTo('Ask for answers as: JSON');
    await press('ArrowRight');
    await tabTo('Ask about each agent every');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await rowOf(stage.app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();
    await eventually(focused).toMatch(/^Agents/);
    const { accounts } = await settingsOf(stage);
    expect(accounts).toEqual([expect.objectContaining({ method: 'get', format: 'xml' })]);
  });

  it('the list is searched with / and walked with arrows', async () => {
    await press('/');
    expect(await focused()).toBe('Search agents');
    expect(await tabThrough(3)).toEqual(['Order and groups, now: Attention', 'Add agents', 'ben.cole']);
    await press('ArrowDown');
    expect(await focused()).toBe('ana.ruiz');
    await press('End');
    expect(await focused()).toBe('Eva.Luna');
    await press('ArrowUp');
    await press('Enter');
    await rowOf(stage.app, 'ana.ruiz').getByText('Vendor lead code').waitFor();
    expect(await tabThrough(5)).toEqual([
      'Pin to top',
      'This is me',
      'Mute this agent',
      'Why no notification?',
      'Remove from list',
    ]);
    await tabTo('ana.ruiz', 'Shift+Tab');
    await press('Space');
    await eventually(() => rowOf(stage.app, 'ana.ruiz').getByText('Vendor lead code').count()).toBe(0);
  });

  it('Escape clears the search, then puts the popover away, and it comes back ready for more keys', async () => {
    const { app } = stage;
    await press('/');
    await type('luna');
    await eventually(() => app.popover.locator('[data-user]').count()).toBe(1);
    await press('Escape');
    await eventually(() => app.popover.locator('[data-user]').count()).toBe(3);
    expect(await app.isPopoverVisible()).toBe(true);
    await press('Escape');
    await eventually(() => app.isPopoverVisible()).toBe(false);
    await app.clickTray();
    await eventually(() => app.isPopoverVisible()).toBe(true);
    // Where it was, or at the heading where the desktop let go of it.
    await eventually(focused).toMatch(/^(Search agents|Agents)/);
  });

  it('settings are reached, switched by Space, and left by Escape', async () => {
    const { popover } = stage.app;
    await openSettings();
    // Linux tells no app of lock and battery.
    const elsewhere = (name: string) => (process.platform === 'linux' ? [] : [name]);
    const expected = [
      'A call connects',
      'A call ends',
      'A status changes',
      'An agent comes online',
      'An agent goes offline',
      'Rules',
      'Statuses and pause limits',
      'Notify only in working hours',
      'Presenting',
      'No number in notifications',
      'Sound',
      'Tell me of a connection problem after',
      'Hold back short calls in a row',
      'Send test notification',
      'Address of a lead in your CRM',
      'None of the agents',
      'Ask about each agent every',
      'Requests a second at most',
      ...elsewhere('While the screen is locked'),
      'While this window is closed',
      ...elsewhere('On battery'),
      'Show what the dialler is asked',
      'Theme: System',
      'Language: System',
      'Edit connection',
      'Sign out',
    ];
    expect(await tabThrough(expected.length)).toEqual(expected);
    await tabTo('A call ends', 'Shift+Tab');
    const ends = popover.getByRole('switch', { name: 'A call ends' });
    await press('Space');
    await eventually(() => ends.isChecked()).toBe(true);
    await press('Space');
    await eventually(() => ends.isChecked()).toBe(false);
    await press('Escape');
    await eventually(focused).toMatch(/^Agents/);
    expect(await stage.app.isPopoverVisible()).toBe(true);
  });

  it('a status nobody knew is made a pause, which the row shows at once', async () => {
    const { popover } = stage.app;
    onPause(stage.dialler, 'Eva.Luna', 'PEÑA');
    await rowOf(stage.app, 'Eva.Luna').getByText('Other').waitFor();
    // No poll helps from here on.
    await ask(stage, 'setPaused', { isPaused: true });
    await openSettings();
    await tabTo('Statuses and pause limits');
    await press('Enter');
    await popover.locator('[data-status="PEÑA"]').focus();
    await press('Enter');
    await press('Tab');
    await press('ArrowDown');
    await popover.getByRole('option', { name: 'Dead call' }).waitFor();
    await press('P');
    await press('Enter');
    await popover.getByLabel('Limit of this pause').waitFor();
    await press('Tab');
    await type('Rest room');
    await press('Tab');
    await type('7');
    await leaveSettings();
    await rowOf(stage.app, 'Eva.Luna').getByText('Paused').waitFor();
    await eventually(async () => (await settingsOf(stage)).dictionary).toContainEqual({
      status: 'PEÑA',
      family: 'paused',
      label: 'Rest room',
      limitMs: 420_000,
    });
    await ask(stage, 'setPaused', { isPaused: false });
  });

  it('a group is made, and a rule about it', async () => {
    const { popover } = stage.app;
    await openSettings();
    await tabTo('Rules');
    await press('Enter');
    await popover.getByRole('tab', { name: 'Time limits' }).focus();
    await press('ArrowRight');
    await popover.getByText('No rules of your own yet').waitFor();
    await press('ArrowRight');
    await tabTo('Add a group');
    await press('Enter');
    await eventually(focused).toBe('Edit group');
    await tabTo('Name');
    await type('Evening team');
    await tabTo('Agents in it');
    await press('Space');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Space');
    await popover.getByText('2 in the group').waitFor();
    await press('Escape');
    await eventually(focused).toMatch(/^Edit: Evening team 2 agents/);

    await popover.getByRole('tab', { name: 'Groups' }).focus();
    await press('ArrowLeft');
    await tabTo('3 or more paused at once');
    await press('Enter');
    await eventually(focused).toBe('Edit rule');
    await tabTo(/^Everyone/);
    await press('Enter');
    await popover.getByRole('option', { name: 'A group' }).waitFor();
    await press('ArrowDown');
    await press('Enter');
    await popover.getByText('When 3 or more of Evening team are paused').first().waitFor();
    // A closed list gives the focus back to what opened it.
    await eventually(focused).toMatch(/^A group/);
    await tabTo('Sound, again every minute');
    await press('Space');
    await press('Escape');
    await eventually(focused).toMatch(/^Edit: When 3 or more of Evening team/);
    await leaveSettings();
    const { groups, rules } = await settingsOf(stage);
    expect(groups).toEqual([
      { id: expect.any(String), name: 'Evening team', colour: 'blue', agentUsers: ['ana.ruiz', 'Eva.Luna'] },
    ]);
    expect(rules).toMatchObject([
      { whom: { kind: 'group' }, escalation: { row: null, icon: 0, notify: 60_000, sound: 120_000 } },
    ]);
  });

  it('the inbox is muted, walked, read and left for the agent it tells of', async () => {
    const { popover } = stage.app;
    connectCall(stage.dialler, 'ana.ruiz');
    await popover.getByRole('button', { name: 'Inbox, 1 unread' }).waitFor();
    connectCall(stage.dialler, 'Eva.Luna');
    await popover.getByRole('button', { name: 'Inbox, 2 unread' }).waitFor();
    await tabTo('Inbox, 2 unread', 'Shift+Tab');
    await press('Enter');
    await eventually(focused).toBe('Inbox');
    expect(await tabThrough(8)).toEqual([
      'Mute: 15 min',
      'Mute: 1 h',
      'Mute: Until tomorrow',
      'Show: All',
      'Mark all as read',
      'Clear',
      expect.stringMatching(/^Unread\.Call connected: Eva\.Luna/),
      'Mark as read: Call connected: Eva.Luna',
    ]);
    await tabTo('Mute: 1 h', 'Shift+Tab');
    await press('Enter');
    await popover.getByText(/^Muted for .* more$/).waitFor();
    await tabTo('Unmute');
    await press('Space');
    await popover.getByText('Mute', { exact: true }).waitFor();
    await tabTo('Mark as read: Call connected: Eva.Luna');
    await press('Enter');
    await eventually(focused).toMatch(/^Call connected: Eva\.Luna/);
    await press('ArrowDown');
    expect(await focused()).toMatch(/^Unread\.Call connected: ana\.ruiz/);
    await press('Enter');
    await eventually(focused).toBe('ana.ruiz');
    await popover.getByRole('button', { name: 'Inbox', exact: true }).waitFor();
    expect(await rowOf(stage.app, 'ana.ruiz').getByText('Vendor lead code').count()).toBe(1);
  });

  it('an agent is asked about and made me from the row', async () => {
    const row = rowOf(stage.app, 'ana.ruiz');
    await tabTo('when free');
    await press('Space');
    await row.getByText(/^You will be told/).waitFor({ state: 'attached' });
    await tabTo('This is me');
    await press('Enter');
    await stage.app.popover.getByText('You · ana.ruiz').waitFor();
    expect(await focused()).toBe('Not me');
    const methods = new Set(stage.dialler.requests.log.map(({ method }) => method));
    expect([...methods]).toEqual(['GET']);
  });
});

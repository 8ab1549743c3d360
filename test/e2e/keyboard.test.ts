import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiUser, connectCall, eventually, password, rowOf, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const press = (key: string) => stage.app.keyboard.press(key);
const type = (text: string) => stage.app.keyboard.type(text);

/** The name of what has the focus in the popover; empty when nothing there has it. */
const focused = (): Promise<string> =>
  stage.app.evaluate(`(() => {
    const element = document.activeElement;
    if (!document.hasFocus() || element === null || element === document.body) return '';
    const { user } = element.dataset;
    const label = element.labels?.[0]?.textContent;
    const name = (user ?? element.getAttribute('aria-label') ?? label ?? element.textContent).trim();
    const group = element.closest('[role=radiogroup]');
    return group === null ? name : group.firstElementChild.textContent + ': ' + name;
  })()`);

const isFocusSeen = (): Promise<boolean> =>
  stage.app.evaluate(`(() => {
    const rings = (element) => element !== null && getComputedStyle(element).outlineStyle !== 'none';
    const { activeElement } = document;
    const shown = activeElement.closest('label, [role=group]');
    return rings(activeElement) || rings(shown) || [...(shown?.children ?? [])].some(rings);
  })()`);

/** Where Tab leads, until it has been everywhere wanted; each stop has to be seen and to be left. */
async function tabThrough(count: number): Promise<readonly string[]> {
  const names: string[] = [];
  for (let stop = 0; stop < count; stop += 1) {
    await press('Tab');
    const name = await focused();
    expect(name, `after ${names.join(' > ')}`).not.toBe(names.at(-1));
    expect(await isFocusSeen(), name).toBe(true);
    names.push(name);
  }
  return names;
}

async function tabTo(name: string, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 40; stop += 1) {
    if ((await focused()) === name) return;
    await press(key);
  }
  throw new Error(`${key} never came to ${name}`);
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
    await press('ArrowLeft');
    await tabTo('Ask about each agent every');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await rowOf(stage.app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();
    await eventually(focused).toMatch(/^Agents/);
  });

  it('the list is searched with / and walked with arrows', async () => {
    await press('/');
    expect(await focused()).toBe('Search agents');
    expect(await tabThrough(2)).toEqual(['Order and groups, now: Attention', 'Add agents']);
    await press('Tab');
    expect(await focused()).toBe('ben.cole');
    expect(await isFocusSeen()).toBe(true);
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
    await tabTo('Settings', 'Shift+Tab');
    await press('Enter');
    await eventually(focused).toBe('Settings');
    expect(await tabThrough(25)).toEqual([
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
      'Send test notification',
      'Address of a lead in your CRM',
      'None of the agents',
      'Ask about each agent every',
      'Requests a second at most',
      'While the screen is locked',
      'While this window is closed',
      'On battery',
      'Show what the dialler is asked',
      'Theme: System',
      'Language: System',
      'Edit connection',
      'Sign out',
    ]);
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
    await popover.getByText(/^Muted for another/).waitFor();
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
  });
});

import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { quietMs } from '../../../../../src/renderer/screens/agents/use-hand.ts';
import { anAgent } from '../../../../fakes/a-view.ts';
import { click, key, search } from '../../hand.ts';
import { goTo, prefer, row, show } from './agents-page.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

const userAt = (index: number) => `agent.${String(index).padStart(3, '0')}`;
const thousand = Array.from({ length: 1_000 }, (_, index) => anAgent({ user: userAt(index) }));
const list = () => screen.getByRole('list');
const drawn = () =>
  [...document.querySelectorAll<HTMLElement>('[data-user]')].map(({ dataset }) => dataset['user']);
const place = (user: string) => row(user).closest('li')?.getAttribute('aria-posinset');
const wait = (ms: number) => act(async () => vi.advanceTimersByTime(ms));
const scrollTo = (topPx: number) =>
  act(async () => {
    const scroller = list().parentElement ?? expect.unreachable('the list scrolls in something');
    scroller.scrollTop = topPx;
    fireEvent.scroll(scroller);
  });
const alarmed = (user: string) =>
  thousand.map((agent) => (agent.user === user ? { ...agent, severity: 'alarm' as const } : agent));

describe('a floor of a thousand', () => {
  it('draws what is in sight and the row that Tab reaches, and another list from its top', async () => {
    await show({ agents: thousand });
    expect(drawn().length).toBeLessThan(30);
    expect(drawn()[0]).toBe(userAt(0));
    expect(row(userAt(2)).closest('li')?.getAttribute('aria-setsize')).toBe('1000');
    expect(place(userAt(2))).toBe('3');
    await scrollTo(20_000);
    expect(drawn()[0]).toBe(userAt(0));
    expect(drawn().length).toBeLessThan(30);
    expect(Number(drawn()[5]?.slice(-3))).toBeGreaterThan(300);
    await search('agent');
    expect(list().parentElement?.scrollTop).toBe(0);
  });

  it('is walked by keys over all of it', async () => {
    await show({ agents: thousand });
    row(userAt(0)).focus();
    await key('End');
    expect(document.activeElement).toBe(row(userAt(999)));
    await key('PageUp');
    const page = 999 - Number(document.activeElement?.getAttribute('data-user')?.slice(-3));
    expect(page).toBeGreaterThan(5);
    expect(page).toBeLessThan(20);
  });

  it('keeps the row with the focus and the open one when they are scrolled away', async () => {
    await show({ agents: thousand });
    await click(row(userAt(3)));
    row(userAt(1)).focus();
    await scrollTo(30_000);
    expect(document.activeElement).toBe(row(userAt(1)));
    expect(row(userAt(3)).getAttribute('aria-expanded')).toBe('true');
    await key('ArrowDown');
    expect(document.activeElement).toBe(row(userAt(2)));
  });

  it('goes to an agent far down when a notification asks for them', async () => {
    const fake = await show({ agents: thousand });
    await goTo(fake, userAt(700), 1);
    expect(document.activeElement).toBe(row(userAt(700)));
    expect(row(userAt(700)).getAttribute('aria-expanded')).toBe('true');
  });
});

describe('under the hand', () => {
  it('an order holds while the pointer is over it, and settles when that rests', async () => {
    const fake = await show({ agents: thousand });
    fireEvent.pointerMove(list());
    await act(async () => fake.update({ agents: alarmed(userAt(5)) }));
    expect(place(userAt(5))).toBe('6');
    expect(row(userAt(5)).textContent).toContain('Alarm');
    await wait(quietMs - 1);
    expect(place(userAt(5))).toBe('6');
    await wait(1);
    expect(place(userAt(5))).toBe('1');
  });

  it('it holds for a row with the focus, too, and settles as soon as hand and focus have left', async () => {
    const fake = await show({ agents: thousand });
    fireEvent.pointerMove(list());
    await act(async () => row(userAt(2)).focus());
    await act(async () => fake.update({ agents: alarmed(userAt(5)) }));
    await act(async () => {
      fireEvent.pointerLeave(list());
    });
    await wait(0);
    expect(place(userAt(5))).toBe('6');
    await act(async () => screen.getByRole('searchbox').focus());
    await wait(0);
    expect(place(userAt(5))).toBe('1');
  });

  it('it holds again for every move, but not for ever', async () => {
    const fake = await show({ agents: thousand });
    fireEvent.pointerMove(list());
    await act(async () => fake.update({ agents: alarmed(userAt(5)) }));
    for (let second = 0; second < 9; second += 1) {
      await wait(1_000);
      fireEvent.pointerMove(list());
    }
    expect(place(userAt(5))).toBe('6');
    await wait(1_000);
    expect(place(userAt(5))).toBe('1');
  });

  it('a search and another order are obeyed at once', async () => {
    const fake = await show({ agents: thousand });
    fireEvent.pointerMove(list());
    await act(async () => fake.update({ agents: alarmed(userAt(5)) }));
    await act(async () => fake.update({ preferences: prefer({ pinned: [userAt(9)] }) }));
    expect(place(userAt(9))).toBe('1');
    expect(place(userAt(5))).toBe('2');
  });
});

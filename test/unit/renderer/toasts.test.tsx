import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { button, click, press } from './hand.ts';
import { row, show } from './screens/agents/agents-page.ts';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});

const wait = (ms: number) => act(async () => vi.advanceTimersByTime(ms));
const copied = () => screen.queryByText('Lead ID copied.');

async function copy() {
  await show();
  await click(row('Bruno'));
  await press('Copy lead ID');
}

test('a message goes by itself, soon if it is short, later if there is something to press', async () => {
  await copy();
  expect(screen.getByRole('region', { name: 'Messages' }).contains(copied())).toBe(true);
  await press('Remove from list');
  await wait(5_000);
  expect(copied()).toBeNull();
  expect(button('Undo')).toBeDefined();
  await wait(6_000);
  expect(screen.queryByRole('region', { name: 'Messages' })).toBeNull();
});

test('a message stays while the focus is on it', async () => {
  await copy();
  await act(async () => button('Dismiss').focus());
  await wait(20_000);
  expect(copied()).not.toBeNull();
  await act(async () => row('ana').focus());
  await wait(5_000);
  expect(copied()).toBeNull();
});

test('a message stays while the pointer is on it, and goes when it is dismissed', async () => {
  await copy();
  fireEvent.pointerEnter(screen.getByRole('region', { name: 'Messages' }), { pointerType: 'mouse' });
  await wait(20_000);
  expect(copied()).not.toBeNull();
  await press('Dismiss');
  expect(copied()).toBeNull();
});

test('a third message takes the place of the first for good', async () => {
  await copy();
  await press('Copy number');
  await press('Remove from list');
  expect(copied()).toBeNull();
  expect(screen.getByText('Number copied.')).toBeDefined();
  await wait(5_000);
  expect(copied()).toBeNull();
});

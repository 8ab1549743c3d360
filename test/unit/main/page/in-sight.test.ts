import { expect, it } from 'vitest';
import { createInSight } from '../../../../src/main/page/in-sight.ts';

it('only the row of a window that is open and has the focus is before somebody, until its page is gone', () => {
  const window = { isOpen: true, hasFocus: true };
  let crash = () => {};
  const inSight = createInSight({
    isOpen: () => window.isOpen,
    isFocused: () => window.hasFocus,
    onPageGone: (listener) => {
      crash = listener;
    },
  });
  expect(inSight.user()).toBeNull();
  inSight.lookAt('ana');
  expect(inSight.user()).toBe('ana');
  window.hasFocus = false;
  expect(inSight.user()).toBeNull();
  Object.assign(window, { isOpen: false, hasFocus: true });
  expect(inSight.user()).toBeNull();
  window.isOpen = true;
  crash();
  expect(inSight.user()).toBeNull();
});

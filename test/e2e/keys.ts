import { expect } from 'vitest';
import type { AppDriver } from './driver/app-driver.ts';

/** The name of what has the focus in the popover; empty when nothing there has it. */
const nameOfFocused = `(() => {
  const element = document.activeElement;
  if (!document.hasFocus() || element === null || element === document.body) return '';
  const { user } = element.dataset;
  const label = element.labels?.[0]?.textContent;
  const name = (user ?? element.getAttribute('aria-label') ?? label ?? element.textContent).trim();
  const group = element.closest('[role=radiogroup]');
  return group === null ? name : group.firstElementChild.textContent + ': ' + name;
})()`;

const isFocusSeen = `(() => {
  const rings = (element) => element !== null && getComputedStyle(element).outlineStyle !== 'none';
  const { activeElement } = document;
  const shown = activeElement.closest('label, [role=group]');
  return rings(activeElement) || rings(shown) || [...(shown?.children ?? [])].some(rings);
})()`;

/** A hand on the keyboard, and an eye on where the focus is. */
export function createKeys(app: () => AppDriver) {
  const press = (key: string) => app().keyboard.press(key);
  const focused = (): Promise<string> => app().evaluate(nameOfFocused);

  return {
    press,
    focused,
    type: (text: string) => app().keyboard.type(text),
    /** Where Tab leads; each stop has to be seen and to be left. */
    tabThrough: async (count: number): Promise<readonly string[]> => {
      const names: string[] = [];
      for (let stop = 0; stop < count; stop += 1) {
        await press('Tab');
        const name = await focused();
        expect(name, `after ${names.join(' > ')}`).not.toBe(names.at(-1));
        expect(await app().evaluate<boolean>(isFocusSeen), name).toBe(true);
        names.push(name);
      }
      return names;
    },
    /** From one control to the next, as the hand does. */
    tabTo: async (name: string | RegExp, key = 'Tab'): Promise<void> => {
      for (let stop = 0; stop < 40; stop += 1) {
        const now = await focused();
        if (typeof name === 'string' ? now === name : name.test(now)) return;
        await press(key);
      }
      throw new Error(`${key} never came to ${name}`);
    },
  };
}

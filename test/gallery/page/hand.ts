import type { Hand } from './specimen.ts';

const pressable = 'button, label, [role="tab"], [role="menuitem"], [role="option"]';
const mostFrames = 600;

/** Does in this document what a user would do, as soon as it can be done. */
export const hand: Hand = {
  press: async (name) => (await appeared(name, () => named(pressable, name))).click(),
  fill: async (label, text) => {
    const field = await appeared(label, () => named('input', label) ?? fieldOf(named('label', label)));
    // React notices what was typed by the setter of the element's own class only.
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') ?? {};
    set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
  reach: async (text) =>
    (await appeared(text, () => named('main *', text))).scrollIntoView({ block: 'center' }),
};

const nameOf = (element: HTMLElement): string =>
  (element.getAttribute('aria-label') ?? element.textContent).replaceAll(/\s+/g, ' ').trim();

/** The innermost of those that are called so. */
function named(selector: string, name: string): HTMLElement | undefined {
  const elements = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
    nameOf(element).startsWith(name),
  );
  return (
    elements.findLast((element) => nameOf(element) === name) ??
    elements.find((element, index) => !element.contains(elements[index + 1] ?? null))
  );
}

const fieldOf = (label: HTMLElement | undefined): HTMLElement | undefined =>
  label instanceof HTMLLabelElement ? (label.control ?? undefined) : undefined;

async function appeared(name: string, find: () => HTMLElement | undefined): Promise<HTMLElement> {
  for (let frame = 0; frame < mostFrames; frame += 1) {
    const found = find();
    if (found !== undefined) return found;
    await drawn();
  }
  throw new Error(`Nothing is called “${name}”.`);
}

export const drawn = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

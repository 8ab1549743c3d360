import { z } from 'zod';

/**
 * How desktops differ. Each switch plays a fact of docs/electron.md, so that tests and people can see the app on
 * a platform they do not have. Given at the start with `--desktop`, and changed by `POST /control`.
 */
const changeable = z.object({});

const shape = changeable.extend({
  /** Null is the system the preview runs on. It cannot change while the app runs. */
  platform: z.enum(['linux', 'win32', 'darwin']).nullable().default(null),
});

export const switchChanges = changeable.partial().strict();

export type Switches = z.infer<typeof shape>;

/** The switches of a desktop of which only some are said; null for what is no switch or no value of one. */
export function parseSwitches(json: string): Switches | null {
  try {
    return shape.strict().parse(JSON.parse(json));
  } catch {
    return null;
  }
}

export const plainDesktop: Switches = shape.parse({});

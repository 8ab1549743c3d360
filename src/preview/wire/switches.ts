import { z } from 'zod';

/**
 * How desktops differ. Each switch plays a fact of docs/electron.md, so that tests and people can see the app on
 * a platform they do not have. Given at the start with `--desktop`, and changed by `POST /control`.
 */
const changeable = {
  /** The proxy the system is set to, such as `http://127.0.0.1:3128`. It is asked for every host (§5). */
  proxy: z.url({ protocol: /^http$/ }).nullable(),
};

const shape = z.strictObject({
  ...changeable,
  /** Null is the system the preview runs on. It cannot change while the app runs. */
  platform: z.enum(['linux', 'win32', 'darwin']).nullable(),
});

export const switchChanges = z.strictObject(changeable).partial();

export type Switches = z.infer<typeof shape>;
export type SwitchChanges = z.infer<typeof switchChanges>;

export const plainDesktop: Switches = {
  proxy: null,
  platform: null,
};

export const withChanges = (switches: Switches, changes: SwitchChanges): Switches =>
  shape.parse({ ...switches, ...changes });

/** The switches of a desktop of which only some are said; null for what is no switch or no value of one. */
export function parseSwitches(json: string): Switches | null {
  try {
    return shape.parse({ ...plainDesktop, ...shape.partial().parse(JSON.parse(json)) });
  } catch {
    return null;
  }
}

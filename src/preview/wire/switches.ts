import { z } from 'zod';

/**
 * How desktops differ. Each switch plays a fact of docs/electron.md, so that tests and people can see the app on
 * a platform they do not have. Given at the start with `--desktop`, and changed by `POST /control`.
 */
const changeable = {
  /** The proxy the system is set to, such as `http://127.0.0.1:3128`. It is asked for every host (§5). */
  proxy: z.url({ protocol: /^http$/ }).nullable(),
  /** Of the primary display: 1.5 is 150 % (§2.2). */
  scaleFactor: z.number().min(1).max(4),
  /** `second`: the panel is on another display, right of the primary one (§3.1). */
  iconDisplay: z.enum(['primary', 'second']),
  /** The icon is there and has no place that can be told: the overflow of Windows, the notch of a Mac (§2.2, §2.3). */
  iconIsHidden: z.boolean(),
  /** The theme of the taskbar of Windows; null is that of the rest of the desktop (§2.2). */
  taskbar: z.enum(['light', 'dark']).nullable(),
  /** Whether a panel on Linux takes tray icons (§2.4). */
  trayHost: z.enum(['there', 'none']),
  /** `fail`: refused with an event. `silent`: not supported, nothing happens (§4.3, §4.4). */
  notifications: z.enum(['work', 'fail', 'silent']),
  /** A window that asks for the focus is shown without it (§3.4). */
  refusesFocus: z.boolean(),
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
  scaleFactor: 1,
  iconDisplay: 'primary',
  iconIsHidden: false,
  taskbar: null,
  trayHost: 'there',
  notifications: 'work',
  refusesFocus: false,
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

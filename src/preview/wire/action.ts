import { z } from 'zod';
import { switchChanges } from './switches.ts';

/** Of a lock and of the battery Linux tells no app (docs/electron.md §11). */
const powerEvents = [
  'suspend',
  'resume',
  'lock-screen',
  'unlock-screen',
  'on-battery',
  'on-ac',
  'session-end',
] as const;

/** What somebody at the desktop can do. The page's buttons and `POST /control` are the same actions. */
const action = z.discriminatedUnion('do', [
  /** The button is held down this long, and is a click when it goes up. */
  z.object({ do: z.literal('click-tray'), heldMs: z.number().nonnegative().optional() }),
  z.object({ do: z.literal('double-click-tray') }),
  z.object({ do: z.literal('right-click-tray') }),
  z.object({
    do: z.literal('click-menu'),
    key: z.string().optional(),
    id: z.string().optional(),
    label: z.string().optional(),
  }),
  z.object({ do: z.literal('click-notification'), id: z.string() }),
  z.object({ do: z.literal('close-notification'), id: z.string() }),
  /** Presses one of its buttons. */
  z.object({
    do: z.literal('notification-action'),
    id: z.string(),
    index: z.number().int().nonnegative(),
  }),
  /** A toast of an earlier run is answered: with what Windows hands over, which is nothing for a click on its text. */
  z.object({ do: z.literal('answer-earlier-notification'), arguments: z.string() }),
  /** From now on nobody has for this long; null goes by what is really done on the page. */
  z.object({ do: z.literal('idle'), seconds: z.number().nonnegative().nullable() }),
  z.object({ do: z.literal('power'), event: z.enum(powerEvents) }),
  /** Without a theme it toggles. */
  z.object({ do: z.literal('theme'), theme: z.enum(['light', 'dark']).optional() }),
  /** From now on the desktop differs in this. */
  z.object({ do: z.literal('switch'), switches: switchChanges }),
  z.object({ do: z.literal('focus-window') }),
  z.object({ do: z.literal('blur-window') }),
  z.object({ do: z.literal('close-window') }),
  z.object({ do: z.literal('crash-renderer') }),
  z.object({ do: z.literal('dismiss-message'), id: z.number() }),
  z.object({ do: z.literal('quit') }),
]);

export type DesktopAction = z.infer<typeof action>;

export function parseAction(input: unknown): DesktopAction | null {
  const parsed = action.safeParse(input);
  return parsed.success ? parsed.data : null;
}

import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Desktop } from '../desktop.ts';
import type { StandInScreen } from '../electron/screen.ts';
import type { StandInWebContents } from '../electron/web-contents.ts';
import { parseAction } from '../wire/action.ts';
import type { ToPage } from '../wire/socket.ts';

export interface SocketsParts {
  readonly desktop: Desktop;
  readonly screen: () => StandInScreen;
  readonly contentsOf: (id: number) => StandInWebContents | undefined;
}

const fromPage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), prefersDark: z.boolean() }),
  z.object({
    kind: z.literal('screen'),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    panelHeight: z.number().int().nonnegative(),
  }),
  z.object({ kind: z.literal('act'), action: z.unknown() }),
  z.object({ kind: z.literal('ipc'), windowId: z.number(), data: z.string() }),
]);

/** The open desktop pages: they hear of every change, and relay what the app's page says. */
export function createSockets({ desktop, screen, contentsOf }: SocketsParts) {
  const open = new Set<WebSocket>();
  let isDue = false;
  let isThemeChosen = false;

  function send(socket: WebSocket, message: ToPage): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  }

  function tellAll(): void {
    isDue = false;
    const state = desktop.state();
    for (const socket of open) send(socket, { kind: 'desktop', desktop: state });
  }

  desktop.on('changed', () => {
    if (isDue) return;
    isDue = true;
    setImmediate(tellAll);
  });
  desktop.on('theme', () => {
    isThemeChosen = true;
  });

  function hear(socket: WebSocket, text: string): void {
    const message = fromPage.safeParse(readJson(text)).data;
    if (message === undefined) return;
    if (message.kind === 'act') {
      const action = parseAction(message.action);
      if (action === null) return;
      desktop.touched();
      desktop.act(action);
    } else if (message.kind === 'ipc') {
      const { windowId } = message;
      void contentsOf(windowId)?.receive(message.data, (data) =>
        send(socket, { kind: 'ipc', windowId, data }),
      );
    } else if (message.kind === 'screen') {
      screen().resize(message.width, message.height, message.panelHeight);
    } else if (!isThemeChosen) {
      desktop.setTheme(message.prefersDark ? 'dark' : 'light');
    }
  }

  return {
    add(socket: WebSocket): void {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      // What breaks the protocol ends its own socket, which `ws` closes by itself, and nothing else.
      socket.on('error', () => {});
      socket.on('message', (data) => hear(socket, String(data)));
      send(socket, { kind: 'desktop', desktop: desktop.state() });
    },
    /** Pushes of the app; a page that is not open never hears them. */
    push(windowId: number, data: string): void {
      for (const socket of open) send(socket, { kind: 'ipc', windowId, data });
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DesktopAction } from '../wire/action.ts';
import type { DesktopState } from '../wire/desktop-state.ts';
import type { FromPage, ToPage } from '../wire/socket.ts';

export interface View {
  /** Null until the preview has told us. */
  readonly desktop: DesktopState | null;
  readonly hasEnded: boolean;
}

export interface Connection {
  readonly view: StoreApi<View>;
  readonly act: (action: DesktopAction) => void;
  readonly tellScreen: (width: number, height: number, panelHeight: number) => void;
  /** Joins the app's page to its main process. Returns the way to part them. */
  readonly relay: (windowId: number, port: MessagePort) => () => void;
}

const lookAgainMs = 1_000;

/** The one socket to the preview, which carries both the desktop and what the app's page says. */
export function connect(url: string): Connection {
  const view = createStore<View>(() => ({ desktop: null, hasEnded: false }));
  const ports = new Map<number, MessagePort>();
  const socket = new WebSocket(url);
  const unsent: FromPage[] = [];

  function send(message: FromPage): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    else if (socket.readyState === WebSocket.CONNECTING) unsent.push(message);
  }

  socket.addEventListener('open', () => {
    send({ kind: 'hello', prefersDark: matchMedia('(prefers-color-scheme: dark)').matches });
    for (const message of unsent.splice(0)) send(message);
  });
  socket.addEventListener('close', () => {
    view.setState({ hasEnded: true });
    reloadWhenBack(url);
  });
  socket.addEventListener('message', (event: MessageEvent<string>) => {
    const message: ToPage = JSON.parse(event.data);
    if (message.kind === 'desktop') view.setState({ desktop: message.desktop });
    else ports.get(message.windowId)?.postMessage(message.data);
  });

  return {
    view,
    act: (action) => send({ kind: 'act', action }),
    tellScreen: (width, height, panelHeight) => send({ kind: 'screen', width, height, panelHeight }),
    relay: (windowId, port) => {
      ports.set(windowId, port);
      port.onmessage = (event: MessageEvent<unknown>) => {
        if (typeof event.data === 'string') send({ kind: 'ipc', windowId, data: event.data });
      };
      return () => {
        port.close();
        if (ports.get(windowId) === port) ports.delete(windowId);
      };
    },
  };
}

/** `npm run dev` starts the preview again at the same address: that is another one, for which the page begins anew. */
function reloadWhenBack(url: string): void {
  setTimeout(() => {
    const probe = new WebSocket(url);
    probe.addEventListener('open', () => location.reload());
    probe.addEventListener('close', () => reloadWhenBack(url));
  }, lookAgainMs);
}

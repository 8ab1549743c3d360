import { copyAcrossBridge, freezeDeep } from '../wire/context-bridge.ts';
import { decode, encode, type FromFrame, type ToFrame } from '../wire/ipc.ts';
import { onTouch } from './on-touch.ts';

type Require = (specifier: string) => unknown;
type PushListener = (event: object, ...args: unknown[]) => void;

/** The host wraps this script with both. */
declare const previewConfig: {
  readonly desktopOrigin: string;
  readonly connectWord: string;
  readonly platform: string;
};
declare const preloadBundle: (
  require: Require,
  module: { exports: object },
  exports: object,
  process: object,
) => void;

const waiting = new Map<string, PromiseWithResolvers<unknown>>();
const listeners = new Map<string, Set<PushListener>>();
const exposed = new Set<string>();

const { port1: port, port2: desktopPort } = new MessageChannel();
port.onmessage = (event: MessageEvent<string>) => receive(decode(event.data));
window.parent.postMessage(previewConfig.connectWord, previewConfig.desktopOrigin, [desktopPort]);

function send(message: FromFrame): void {
  port.postMessage(encode(message));
}

function receive(message: ToFrame): void {
  if (message.kind === 'push') {
    for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...message.args);
    return;
  }
  const asked = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.kind === 'reply') asked?.resolve(message.value);
  else asked?.reject(new Error(message.message));
}

const ipcRenderer = {
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const id = crypto.randomUUID();
    const answer = Promise.withResolvers<unknown>();
    waiting.set(id, answer);
    try {
      send({ kind: 'invoke', id, channel, args });
    } catch (error) {
      waiting.delete(id);
      throw error;
    }
    return answer.promise;
  },
  on(channel: string, listener: PushListener) {
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known.add(listener));
    return ipcRenderer;
  },
  off(channel: string, listener: PushListener) {
    listeners.get(channel)?.delete(listener);
    return ipcRenderer;
  },
};

const contextBridge = {
  exposeInMainWorld(key: string, api: unknown): void {
    if (exposed.has(key))
      throw new Error(`Cannot bind an API on top of an existing property on the window object`);
    exposed.add(key);
    Object.defineProperty(window, key, { value: freezeDeep(copyAcrossBridge(api)), enumerable: true });
  },
};

function requireInSandbox(specifier: string): unknown {
  if (specifier === 'electron' || specifier === 'electron/renderer') return { contextBridge, ipcRenderer };
  throw new Error(`module not found: ${specifier}`);
}

// A browser opens windows by itself; in Electron the app is asked.
window.open = (url) => {
  send({ kind: 'open', url: new URL(String(url ?? ''), location.href).href });
  return null;
};
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[target="_blank"]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
  event.preventDefault();
  window.open(link.href, '_blank');
});

onTouch(() => send({ kind: 'touch' }));

const module = { exports: {} };
preloadBundle(requireInSandbox, module, module.exports, {
  platform: previewConfig.platform,
  type: 'renderer',
  sandboxed: true,
  contextIsolated: true,
  env: {},
  versions: {},
});

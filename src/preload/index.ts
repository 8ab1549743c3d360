import { contextBridge, ipcRenderer } from 'electron';
import { contract } from '../shared/bridge.ts';

function listen(channel: string, listener: (payload: unknown) => void): () => void {
  const forward = (_event: unknown, payload: unknown) => listener(payload);
  ipcRenderer.on(channel, forward);
  return () => {
    // Nothing returned: the page gets no hold of ipcRenderer.
    ipcRenderer.off(channel, forward);
  };
}

/** One function per channel, and nothing else. */
const functionOf = {
  plain: (channel: string) => () => ipcRenderer.invoke(channel, {}),
  'with-argument': (channel: string) => (argument: unknown) => ipcRenderer.invoke(channel, argument),
  push: (channel: string) => (listener: (payload: unknown) => void) => listen(channel, listener),
};

contextBridge.exposeInMainWorld(
  'croco',
  Object.fromEntries(
    Object.entries(contract).map(([channel, { kind }]) => [channel, functionOf[kind](channel)]),
  ),
);

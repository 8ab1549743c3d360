import { contextBridge, ipcRenderer } from 'electron';
import type { CrocoApi, PushChannel, Pushes, RequestChannel, Requests } from '../shared/bridge.ts';

const ask = <C extends RequestChannel>(
  channel: C,
  argument: Requests[C]['argument'],
): Promise<Requests[C]['reply']> => ipcRenderer.invoke(channel, argument);

function listen<C extends PushChannel>(channel: C, listener: (payload: Pushes[C]) => void): () => void {
  const forward = (_event: unknown, payload: Pushes[C]) => listener(payload);
  ipcRenderer.on(channel, forward);
  return () => {
    // Nothing returned: the page gets no hold of ipcRenderer.
    ipcRenderer.off(channel, forward);
  };
}

const api: CrocoApi = {
  getState: () => ask('state:get', {}),
  getChangesSince: (argument) => ask('state:changes-since', argument),
  checkAccount: (argument) => ask('account:check', argument),
  connectAccount: (argument) => ask('account:connect', argument),
  signIn: (argument) => ask('account:sign-in', argument),
  signOut: () => ask('account:sign-out', {}),
  forgetAccount: () => ask('account:forget', {}),
  startDemo: () => ask('demo:start', {}),
  stopDemo: () => ask('demo:stop', {}),
  addAgents: (argument) => ask('agents:add', argument),
  removeAgent: (argument) => ask('agents:remove', argument),
  renameAgent: (argument) => ask('agents:rename', argument),
  getRoster: (argument) => ask('roster:get', argument),
  keepDrifted: (argument) => ask('roster:keep', argument),
  revealAgent: (argument) => ask('agent:reveal', argument),
  copyFromAgent: (argument) => ask('agent:copy', argument),
  openCrm: (argument) => ask('agent:open-crm', argument),
  muteAgent: (argument) => ask('agent:mute', argument),
  tellWhen: (argument) => ask('agent:tell-when', argument),
  listInbox: () => ask('inbox:list', {}),
  acknowledge: (argument) => ask('inbox:acknowledge', argument),
  clearInbox: () => ask('inbox:clear', {}),
  restoreInbox: () => ask('inbox:restore', {}),
  mute: (argument) => ask('alerts:mute', argument),
  testNotification: () => ask('alerts:test', {}),
  exportDictionary: () => ask('dictionary:export', {}),
  importDictionary: (argument) => ask('dictionary:import', argument),
  getLoad: () => ask('load:get', {}),
  refresh: () => ask('watch:refresh', {}),
  setPaused: (argument) => ask('watch:pause', argument),
  changePreferences: (argument) => ask('preferences:change', argument),
  dismissNotice: (argument) => ask('notice:dismiss', argument),
  copyDiagnostics: () => ask('diagnostics:copy', {}),
  hidePopover: () => ask('popover:hide', {}),
  onStateChanged: (listener) => listen('state:changed', listener),
};

contextBridge.exposeInMainWorld('croco', api);

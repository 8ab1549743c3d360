import { createPage } from '../../../src/renderer/page.ts';
import type { AgentView, AppView } from '../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../src/shared/bridge.ts';
import type { AppDelta } from '../../../src/shared/delta.ts';
import { fail, succeed } from '../../../src/shared/result.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';

export const anAgent = (part: Partial<AgentView> & Pick<AgentView, 'user'>): AgentView => ({
  phase: 'known',
  status: 'READY',
  family: 'ready',
  label: '',
  severity: null,
  limitMs: null,
  isMuted: false,
  tellWhens: [],
  since: { atMs: 0, atLeast: false },
  staleSinceMs: null,
  problem: null,
  campaignId: '',
  campaignName: '',
  callType: '',
  maskedInCallWith: '',
  maskedCallerId: '',
  leadId: '',
  vendorLeadCode: '',
  confExten: '',
  serverIp: '',
  colour: '',
  ...part,
});

export const aView = (part: Partial<AppView> = {}): AppView => ({
  revision: 1,
  nowMs: 10_000,
  account: {
    id: 'tray@acme.croco-dial.net',
    host: 'acme.croco-dial.net',
    baseUrl: 'https://acme.croco-dial.net/goAPIv2',
    apiUser: 'tray',
    method: 'post',
    format: 'json',
    isDemo: false,
  },
  health: { kind: 'ok', sinceMs: 0 },
  secret: { kind: 'keychain' },
  watch: {
    isPaused: false,
    intervalMs: 5_000,
    effectiveIntervalMs: 5_000,
    slowestIntervalMs: 5_000,
    boundMs: 10_000,
    slowedBy: null,
  },
  preferences: defaultSettings,
  alerts: { unread: 0, inboxRevision: 0, mutedUntilMs: null },
  language: 'en',
  route: { seq: 0, screen: 'agents', agentUser: null },
  notices: [],
  floorTotals: null,
  drift: [],
  agents: [],
  appVersion: '0.1.0',
  platform: 'linux',
  ...part,
});

export interface FakeCroco {
  readonly api: CrocoApi;
  /** What was asked, in order. */
  readonly asked: readonly (readonly [name: keyof CrocoApi, argument?: unknown])[];
  /** What the next `getState` answers. */
  view: AppView;
  readonly push: (delta: AppDelta) => void;
  /** Changes the view and pushes what changed. */
  readonly update: (part: Partial<AppView>) => void;
  readonly listenerCount: () => number;
}

/** A main process that says yes and remembers, unless told otherwise. */
export function createFakeCroco(view: AppView, answers: Partial<CrocoApi> = {}): FakeCroco {
  const listeners = new Set<(delta: AppDelta) => void>();
  const asked: [keyof CrocoApi, unknown?][] = [];
  const push = (delta: AppDelta) => {
    for (const listener of listeners) listener(delta);
  };
  const yes = (name: keyof CrocoApi) => (argument?: unknown) => {
    asked.push(argument === undefined ? [name] : [name, argument]);
    return Promise.resolve(succeed(null));
  };
  const no = (name: keyof CrocoApi) => (argument?: unknown) => {
    asked.push([name, argument]);
    return Promise.resolve(fail({ kind: 'internal' } as const));
  };
  const fake: FakeCroco = {
    view,
    asked,
    push,
    update: (part: Partial<AppView>) => {
      const { agents, ...shared } = part;
      const from = fake.view.revision;
      fake.view = { ...fake.view, ...part, revision: from + 1 };
      const { nowMs } = fake.view;
      push({
        from,
        to: from + 1,
        nowMs,
        shared,
        agents: agents ?? [],
        ...(agents === undefined ? {} : { order: agents.map(({ user }) => user) }),
      });
    },
    listenerCount: () => listeners.size,
    api: {
      getState: () => {
        asked.push(['getState']);
        return Promise.resolve(succeed(fake.view));
      },
      // A page that is not told of every change has lost count.
      getChangesSince: ({ revision }) => {
        const { revision: to, nowMs } = fake.view;
        const nothingNew = { from: to, to, nowMs, shared: {}, agents: [] };
        return Promise.resolve(succeed(revision === to ? nothingNew : null));
      },
      checkAccount: no('checkAccount'),
      connectAccount: no('connectAccount'),
      signIn: no('signIn'),
      signOut: yes('signOut'),
      forgetAccount: yes('forgetAccount'),
      startDemo: yes('startDemo'),
      stopDemo: yes('stopDemo'),
      addAgents: yes('addAgents'),
      removeAgent: yes('removeAgent'),
      renameAgent: yes('renameAgent'),
      getRoster: no('getRoster'),
      keepDrifted: yes('keepDrifted'),
      revealAgent: no('revealAgent'),
      copyFromAgent: yes('copyFromAgent'),
      openCrm: yes('openCrm'),
      muteAgent: yes('muteAgent'),
      tellWhen: yes('tellWhen'),
      listInbox: () => {
        asked.push(['listInbox']);
        return Promise.resolve(succeed({ alerts: [], keptQuiet: [] }));
      },
      acknowledge: yes('acknowledge'),
      clearInbox: yes('clearInbox'),
      restoreInbox: yes('restoreInbox'),
      mute: yes('mute'),
      testNotification: yes('testNotification'),
      exportDictionary: no('exportDictionary'),
      importDictionary: no('importDictionary'),
      getLoad: no('getLoad'),
      refresh: yes('refresh'),
      setPaused: yes('setPaused'),
      changePreferences: yes('changePreferences'),
      dismissNotice: yes('dismissNotice'),
      copyDiagnostics: yes('copyDiagnostics'),
      hidePopover: yes('hidePopover'),
      onStateChanged: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      ...answers,
    } satisfies CrocoApi,
  };
  return fake;
}

export const createFakePage = (api: CrocoApi) => createPage({ api, document, performance });

import { eachAgentOnce, mostAgentsAtOnce } from '../../shared/account.ts';
import type { InboxView } from '../../shared/alert.ts';
import type { RequestError } from '../../shared/bridge.ts';
import type { LoadFigures } from '../../shared/load.ts';
import type { MuteSpan } from '../../shared/mute.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { mostTellWhens } from '../../shared/tell-when.ts';
import type { Accounts } from '../account/accounts.ts';
import type { Attempt } from '../account/attempts.ts';
import type { Demo } from '../account/demo.ts';
import type { ProxyLoginKeeper } from '../account/proxy-logins.ts';
import type { Roster } from '../account/roster.ts';
import type { Turns } from '../account/turns.ts';
import type { Watching } from '../account/watching.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { Log } from '../log/log.ts';
import type { AppStore } from '../state/store.ts';
import { exportDictionary, importDictionary } from '../statuses/dictionary-text.ts';
import type { InSight } from './in-sight.ts';
import type { Handlers } from './ipc.ts';
import type { Push } from './push.ts';

export interface HandlerParts {
  readonly store: AppStore;
  readonly accounts: Accounts;
  readonly attempt: Attempt;
  readonly demo: Pick<Demo, 'start' | 'stop'>;
  readonly proxyLogins: Pick<ProxyLoginKeeper, 'set' | 'forget'>;
  readonly watching: Pick<Watching, 'setPaused'>;
  readonly refresh: () => void;
  readonly load: () => LoadFigures;
  readonly push: Pick<Push, 'fetchView' | 'changesSince'>;
  readonly lookAt: InSight['lookAt'];
  readonly hidePopover: () => void;
  readonly reloadPage: () => void;
  readonly log: Log;
  readonly copyText: (text: string) => Promise<void>;
  readonly copyDiagnostics: () => Promise<void>;
  readonly alerts: Pick<Alerts, 'acknowledge' | 'clear' | 'restore'>;
  readonly roster: Pick<Roster, 'get' | 'keep'>;
  readonly inboxView: () => InboxView;
  readonly mute: (span: MuteSpan | null) => void;
  readonly testNotification: () => void;
  readonly openCrm: (agentUser: string) => Promise<Result<null, RequestError>>;
  /** One change of account after another: each waits for dialler and keychain, and the last asked for wins. */
  readonly inTurn: Turns;
}

/** What each channel does: one call into the part that owns the matter. */
export function answersOf(parts: HandlerParts): Handlers {
  const { store, accounts, attempt, demo, watching, inTurn } = parts;
  const readingOf = (agentUser: string) => store.getState().agents.get(agentUser)?.reading;
  const isPresenting = () => store.getState().settings.isPresenting;
  const watchedUsers = () => store.getState().account?.agentUsers ?? [];
  /** What only adds to a list must not be fed with names that nobody watches. */
  const isWatched = (agentUser: string) => store.getState().agents.has(agentUser);
  return {
    getState: () => {
      // Whoever asks for everything is a page that has just begun, with no row open.
      parts.lookAt(null);
      return succeed(parts.push.fetchView());
    },
    getChangesSince: ({ revision }) => succeed(parts.push.changesSince(revision)),
    checkAccount: ({ draft }) => attempt(() => accounts.check(draft)),
    connectAccount: ({ draft }) =>
      attempt(() =>
        inTurn(async () => {
          const connected = await accounts.connect(draft);
          if (connected.ok) await demo.stop();
          return connected;
        }),
      ),
    signIn: ({ password }) => attempt(() => inTurn(() => accounts.signIn(password))),
    tryStoredPassword: () => attempt(() => inTurn(accounts.tryAgain)),
    deleteStoredPassword: ({ entry }) => inTurn(() => accounts.deleteStored(entry)),
    signOut: () => done(inTurn(accounts.signOut)),
    logInToProxy: async (login) => {
      const kept = await parts.proxyLogins.set(login);
      if (kept.ok) parts.refresh();
      return kept;
    },
    forgetProxyLogins: () => done(parts.proxyLogins.forget()),
    forgetAccount: () => done(inTurn(accounts.forget)),
    startDemo: () => done(inTurn(demo.start)),
    stopDemo: () =>
      inTurn(async () => {
        if (store.getState().account?.isDemo) await accounts.resume();
        return done(demo.stop());
      }),
    addAgents: ({ agentUsers }) => {
      const all = eachAgentOnce([...watchedUsers(), ...agentUsers]);
      return all.length > mostAgentsAtOnce
        ? fail({ kind: 'invalid-request' })
        : done(accounts.setAgents(all));
    },
    removeAgent: ({ agentUser }) =>
      done(accounts.setAgents(watchedUsers().filter((user) => user !== agentUser))),
    getRoster: ({ isFresh }) => parts.roster.get(isFresh),
    keepDrifted: ({ agentUsers }) => done(parts.roster.keep(agentUsers.filter(isWatched))),
    lookAt: ({ agentUser }) => done(parts.lookAt(agentUser)),
    revealAgent: ({ agentUser }) => {
      const reading = readingOf(agentUser);
      if (reading === undefined || isPresenting()) return fail({ kind: 'invalid-request' });
      return succeed({ inCallWith: reading.inCallWith, callerId: reading.callerId });
    },
    copyFromAgent: ({ agentUser, field }) => {
      const text = isPresenting() ? '' : (readingOf(agentUser)?.[field] ?? '');
      return text === '' ? fail({ kind: 'invalid-request' }) : done(parts.copyText(text));
    },
    openCrm: ({ agentUser }) =>
      isPresenting() ? fail({ kind: 'invalid-request' }) : parts.openCrm(agentUser),
    muteAgent: ({ agentUser, isMuted }) => {
      if (isMuted && !isWatched(agentUser)) return fail({ kind: 'invalid-request' });
      store.setState(({ settings }) => {
        const others = settings.mutedAgents.filter((user) => user !== agentUser);
        return { settings: { ...settings, mutedAgents: isMuted ? [...others, agentUser] : others } };
      });
      return succeed(null);
    },
    tellWhen: ({ agentUser, event, isArmed }) => {
      if (isArmed && !isWatched(agentUser)) return fail({ kind: 'invalid-request' });
      store.setState(({ settings }) => {
        const others = settings.tellWhens.filter((one) => one.agentUser !== agentUser || one.event !== event);
        const tellWhens = isArmed ? [...others, { agentUser, event }].slice(-mostTellWhens) : others;
        return { settings: { ...settings, tellWhens } };
      });
      return succeed(null);
    },
    listInbox: () => succeed(parts.inboxView()),
    acknowledge: ({ id }) => done(parts.alerts.acknowledge(id)),
    clearInbox: () => done(parts.alerts.clear()),
    restoreInbox: () => done(parts.alerts.restore()),
    mute: ({ span }) => done(parts.mute(span)),
    testNotification: () => done(parts.testNotification()),
    exportDictionary: async () => {
      const { dictionary } = store.getState().settings;
      await parts.copyText(exportDictionary(dictionary));
      return succeed({ count: dictionary.length });
    },
    importDictionary: ({ text }) => {
      const imported = importDictionary(text, store.getState().settings.dictionary);
      if (!imported.ok) return imported;
      store.setState(({ settings }) => ({
        settings: { ...settings, dictionary: imported.value.dictionary },
      }));
      return succeed({ count: imported.value.count });
    },
    getLoad: () => succeed(parts.load()),
    refresh: () => done(parts.refresh()),
    setPaused: ({ isPaused }) => done(watching.setPaused(isPaused)),
    changePreferences: ({ change }) =>
      done(store.setState(({ settings }) => ({ settings: { ...settings, ...change } }))),
    dismissNotice: ({ kind }) =>
      done(store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.kind !== kind) }))),
    copyDiagnostics: () => done(parts.copyDiagnostics()),
    hidePopover: () => done(parts.hidePopover()),
    reportCrash: ({ report }) => done(parts.log.error('the page could not be drawn', { report })),
    reloadPage: () => done(parts.reloadPage()),
  };
}

async function done(work: Promise<void> | void) {
  await work;
  return succeed(null);
}

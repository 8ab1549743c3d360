import { createWatch } from '../watch/watch.ts';
import type { Interpret, WatchUpdate } from '../watch/watch-state.ts';
import { createAccess } from './account/access.ts';
import { createAccounts } from './account/accounts.ts';
import { createAttempts } from './account/attempts.ts';
import { createDemo } from './account/demo.ts';
import { noteEntry } from './account/entries.ts';
import { followFloorTotals } from './account/floor-totals.ts';
import { createProxyLogins } from './account/proxy-logins.ts';
import { canTryAgain, followRefusals } from './account/refused.ts';
import { createRoster } from './account/roster.ts';
import { createSecrets } from './account/secrets.ts';
import { createTurns } from './account/turns.ts';
import { createUrgencyOf } from './account/urgency.ts';
import { createWatching } from './account/watching.ts';
import { createAlerts } from './alerts/alerts.ts';
import { createCallActions } from './alerts/call-actions.ts';
import { type AlertContent, testContent } from './alerts/content.ts';
import { createCrm } from './alerts/crm.ts';
import { followMute } from './alerts/mute.ts';
import { createOutcomes } from './alerts/outcomes.ts';
import { followAppMenu } from './app/app-menu.ts';
import { preventAppNap } from './app/app-nap.ts';
import { followAppearance } from './app/appearance.ts';
import type { Edges } from './app/edges.ts';
import { followNetwork } from './app/network.ts';
import { addNotice, removeNotice } from './app/notices.ts';
import { followPower } from './app/power.ts';
import { followTimeZone } from './app/time-zone.ts';
import { createWords } from './app/words.ts';
import { createDiagnostics } from './diagnostics/copy.ts';
import { followHistory } from './diagnostics/history.ts';
import { withProblemsNoted } from './diagnostics/problems.ts';
import { inboxViewOf } from './inbox/inbox-view.ts';
import { answersOf } from './page/handlers.ts';
import { createInSight } from './page/in-sight.ts';
import { createPush } from './page/push.ts';
import type { AppState, AppStore } from './state/store.ts';
import { interpret, withStatus } from './statuses/dictionary.ts';
import { startEarlyTray } from './tray/host.ts';
import { createTrayActions } from './tray/tray-actions.ts';

export interface AppParts extends Edges {
  readonly store: AppStore;
  /** Told first of everything new about agents. */
  readonly onUpdate?: (update: WatchUpdate) => void;
}

/** Joins every part of the app. What the parts do is theirs; the order of joining is all there is here. */
export function assemble({ store, clock, log, ...edges }: AppParts) {
  const { window, settingsFile, inboxFile, copyText, findTrayHost, hideSecret } = edges;
  const words = createWords();
  // What signs in, out and elsewhere comes one after the other.
  const inTurn = createTurns();

  const history = followHistory(store, clock);
  const secrets = createSecrets({
    ...edges.keychain,
    log,
    hideSecret,
    onLate: () => void inTurn(accounts.resumeLate),
    noteEntry: (name, mayBeThere) => noteEntry(store, name, mayBeThere),
  });
  const proxyLogins = createProxyLogins({
    store,
    secrets,
    hideSecret,
    clock,
    forgetSent: edges.forgetSentLogins,
  });
  edges.answerProxies(proxyLogins.logins);
  const interpretNow: Interpret = (reading) => interpret(reading, store.getState().settings.dictionary);
  const { dialler, monitor } = createWatch({
    store,
    client: withProblemsNoted(edges.client, history.noteProblem),
    access: createAccess({ store, secrets, demo: { password: () => demo.password() } }),
    interpret: interpretNow,
    clock,
    urgencyOf: createUrgencyOf(store, clock),
    onUpdate: (update) => {
      edges.onUpdate?.(update);
      if (update.unknownStatus !== null) learn(update.unknownStatus);
      alerts.take(update);
    },
    onWarnings: () => log.warn('The dialler prints PHP warnings before its answers'),
    random: edges.random,
  });
  const unfollowDictionary = store.follow(({ settings }, before) => {
    if (settings.dictionary !== before.settings.dictionary) monitor.reinterpret(interpretNow);
  });
  const learn = (status: string) =>
    store.setState(({ settings }) => {
      const dictionary = withStatus(settings.dictionary, status);
      return dictionary === settings.dictionary ? {} : { settings: { ...settings, dictionary } };
    });
  const watching = createWatching({ store, monitor, closeConnections: edges.closeConnections });
  const demo = createDemo({ watching, log });
  const accounts = createAccounts({ store, secrets, watching, hideSecret, tryOnce: dialler.tryOnce });

  const push = createPush({
    store,
    clock,
    appVersion: edges.app.getVersion(),
    platform: edges.platform,
    isPopoverOpen: window.isOpen,
    send: edges.send,
  });
  const roster = createRoster({ store, ask: dialler.askRoster, respell: accounts.respell, clock });
  const floorTotals = followFloorTotals({
    store,
    ask: dialler.askFloorTotals,
    isPopoverOpen: window.isOpen,
    clock,
  });
  const power = followPower({
    powerMonitor: edges.powerMonitor,
    watching,
    platform: edges.platform,
    clock,
    idleMs: edges.idleMs,
    onWaking: () => store.setState({ wokeMs: clock.nowMs() }),
  });
  const refresh = () => {
    power.isUsed();
    monitor.refresh();
  };
  window.onOpened(power.isUsed);
  window.onOpened(floorTotals.look);
  window.onOpened(push.catchUp);
  window.onOpened(() => watching.setSituation('hidden', false));
  window.onHidden(() => watching.setSituation('hidden', true));

  const pointTo = (screen: AppState['route']['screen'], agentUser: string | null) =>
    store.setState(({ route }) => ({ route: { seq: route.seq + 1, screen, agentUser } }));
  const goTo: typeof pointTo = (screen, agentUser) => {
    pointTo(screen, agentUser);
    window.open();
  };
  const openCrm = createCrm({ store, openExternal: edges.openExternal, clock });
  const openAgent = (agentUser: string) => goTo('agents', agentUser);
  const doCallAction = createCallActions({ store, copyText, openCrm, openAgent, log });
  const acknowledgeAll = ({ alertIds }: AlertContent) => {
    for (const id of alertIds) alerts.acknowledge(id);
  };
  const outcomes = createOutcomes({ store, platform: edges.platform });
  const { show } = edges.createNotifier({
    onOutcome: outcomes.note,
    onEarlier: () => window.open(),
    onClick: (content) => {
      acknowledgeAll(content);
      const { agentUser, alertIds } = content;
      goTo(agentUser === null && alertIds.length > 0 ? 'inbox' : 'agents', agentUser);
    },
    onAction: (content, action) => {
      acknowledgeAll(content);
      void doCallAction(action);
    },
    isSilent: () => !store.getState().settings.hasSound,
  });
  const inSight = createInSight(window);
  const alerts = createAlerts({
    store,
    words,
    clock,
    log,
    show,
    idleMs: edges.idleMs,
    inSight: inSight.user,
  });
  const mute = followMute(store, clock);

  const answers = answersOf({
    store,
    inTurn,
    accounts,
    attempt: createAttempts(clock),
    demo,
    proxyLogins,
    watching,
    refresh,
    load: monitor.load,
    push,
    lookAt: inSight.lookAt,
    hidePopover: window.hide,
    // The screen it was on may be what cannot be drawn.
    reloadPage: () => {
      pointTo('agents', null);
      window.reload();
    },
    log,
    copyText,
    copyDiagnostics: createDiagnostics({
      app: edges.app,
      store,
      history: history.history,
      load: monitor.load,
      notifications: outcomes.counts,
      findTrayHost: async () => findTrayHost?.() ?? 'own',
      clock,
      copyText,
    }),
    alerts,
    roster,
    inboxView: () => inboxViewOf(store.getState(), words),
    mute: mute.set,
    testNotification: () => show(testContent(words.in(store.getState().language))),
    openCrm,
  });

  const onAction = createTrayActions({
    open: () => window.open(),
    goTo,
    refresh: () => (canTryAgain(store.getState()) ? void inTurn(accounts.tryAgain) : refresh()),
    togglePause: () => watching.setPaused(!store.getState().isWatchPaused),
    mute: mute.set,
    togglePresenting: () =>
      store.setState(({ settings: now }) => ({ settings: { ...now, isPresenting: !now.isPresenting } })),
    quit: () => edges.app.quit(),
  });
  const startTray = () => edges.followTray({ store, clock, words, onAction, onClick: window.toggle });
  const onGivenUp = () => {
    log.warn('no tray host');
    addNotice(store, { kind: 'no-tray' });
    window.open();
  };
  const onThere = () => removeNotice(store, 'no-tray');

  const stops = [
    watching.stop,
    followRefusals(store),
    unfollowDictionary,
    history.stop,
    push.stop,
    roster.stop,
    floorTotals.stop,
    settingsFile.follow(store),
    followAppearance({ store, nativeTheme: edges.nativeTheme, systemLanguage: edges.systemLanguage }),
    followAppMenu({ setAppMenu: edges.setAppMenu, platform: edges.platform, store, words }),
    ...(edges.powerSaveBlocker === null
      ? []
      : [preventAppNap({ store, powerSaveBlocker: edges.powerSaveBlocker })]),
    power.stop,
    followNetwork({ store, isOnline: edges.isOnline, onBack: monitor.refresh }),
    followTimeZone({ store, clock, timeZone: edges.timeZone }),
    edges.answerRequests(answers),
    alerts.stop,
    mute.stop,
    inboxFile.follow(store),
    findTrayHost === null
      ? startTray()
      : startEarlyTray({ start: startTray, find: findTrayHost, clock, onGivenUp, onThere }),
  ];

  async function flush(): Promise<void> {
    await Promise.all([settingsFile.flush(), inboxFile.flush()]);
  }

  return {
    answers,
    /** Takes up the account of the settings, or begins the demo. */
    begin: async (isDemo: boolean): Promise<void> => {
      await inTurn(isDemo ? demo.start : accounts.resume);
      if (!isDemo) void accounts.deleteLeftovers();
    },
    /** Writes what is not written yet, and stops nothing. */
    flush,
    /** Settles when nothing is left to write. */
    stop: async (): Promise<void> => {
      window.letClose();
      monitor.stop({ kind: 'idle' });
      for (const stop of stops) stop();
      await Promise.all([demo.stop(), flush()]);
    },
  };
}

export type App = ReturnType<typeof assemble>;

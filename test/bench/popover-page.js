/* Runs in the popover's page before its own scripts: a main process that knows `floorView`, and stopwatches. */
(() => {
  const listeners = new Set();
  /** Before the popover is shown for the first time, nothing is watched. */
  let shown = { ...window.floorView, agents: [] };
  const answer = (value) => Promise.resolve({ ok: true, value });
  const known = {
    // The preload hands over copies.
    getState: () => answer(structuredClone(shown)),
    // Whatever was asked for has been pushed by then.
    getChangesSince: ({ revision }) =>
      answer({ from: revision, to: revision, nowMs: shown.nowMs, shared: {}, agents: [] }),
    onStateChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listInbox: () => answer({ alerts: [], keptQuiet: [] }),
  };
  // Preferences come back in a push, as from main; nothing else that is asked here changes what is shown.
  known.changePreferences = ({ change }) => {
    push({ shared: { preferences: { ...shown.preferences, ...change } }, agents: [] });
    return answer(null);
  };
  function push(part) {
    const { nowMs, revision } = shown;
    shown = { ...shown, ...part.shared, revision: revision + 1 };
    const delta = { nowMs, shared: {}, ...part, from: revision, to: revision + 1 };
    for (const listener of listeners) listener(structuredClone(delta));
  }

  /** A message sent from a frame arrives when that frame has been handed over for painting. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    });

  const whenThere = (selector) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector(selector) === null) return;
        observer.disconnect();
        void painted().then(resolve);
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  /** As when the window is shown: the page has been there since the app started, and is pushed what is new. */
  async function open() {
    const before = performance.now();
    const { revision: _revision, nowMs: _nowMs, agents, ...shared } = window.floorView;
    const rows = whenThere('[data-user]');
    document.dispatchEvent(new Event('visibilitychange'));
    push({ shared, agents, order: agents.map(({ user }) => user) });
    await rows;
    return performance.now() - before;
  }
  const loaded = whenThere('h1').then(() => performance.now());

  const keysMs = [];
  addEventListener(
    'keydown',
    ({ timeStamp }) => void painted().then(() => keysMs.push(performance.now() - timeStamp)),
    { capture: true },
  );

  function countNodes() {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 1;
    while (walker.nextNode() !== null) count += 1;
    return count;
  }

  window.croco = new Proxy(known, { get: (from, name) => from[name] ?? (() => answer(null)) });
  window.bench = {
    loaded,
    open,
    painted,
    keysMs,
    countNodes,
    agents: [],
    applyAgents: () => {
      push({ agents: window.bench.agents });
      return painted();
    },
  };
})();

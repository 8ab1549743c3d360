import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CrocoApi } from '../../src/shared/bridge.ts';
import { host } from './driver/launch.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await stage.app.popover.getByRole('button', { name: 'Try the demo' }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

/** Runs as the page's own script would: what a debugger evaluates directly may do more. */
const asPage = <T>(script: string): Promise<T> =>
  stage.app.evaluate<T>(
    `new Promise((resolve, reject) => setTimeout(() => { (async () => { ${script} })().then(resolve, reject) }))`,
  );

const functions = {
  getState: true,
  getChangesSince: true,
  checkAccount: true,
  connectAccount: true,
  signIn: true,
  signOut: true,
  forgetAccount: true,
  startDemo: true,
  stopDemo: true,
  addAgents: true,
  removeAgent: true,
  renameAgent: true,
  getRoster: true,
  keepDrifted: true,
  revealAgent: true,
  openCrm: true,
  muteAgent: true,
  tellWhen: true,
  listInbox: true,
  acknowledge: true,
  clearInbox: true,
  restoreInbox: true,
  mute: true,
  testNotification: true,
  exportDictionary: true,
  importDictionary: true,
  copyFromAgent: true,
  getLoad: true,
  refresh: true,
  setPaused: true,
  changePreferences: true,
  dismissNotice: true,
  copyDiagnostics: true,
  hidePopover: true,
  onStateChanged: true,
} satisfies Record<keyof CrocoApi, true>;

describe('the page', () => {
  it('has the functions of the bridge, frozen, and nothing else of the system', async () => {
    const found = await asPage<object>(`return {
      names: Object.keys(croco).sort(),
      areFunctions: Object.values(croco).every((member) => typeof member === 'function'),
      isFrozen: Object.isFrozen(croco),
      canBeReplaced: (() => { try { window.croco = {}; } catch {} return croco.getState === undefined; })(),
      system: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer', 'global']
        .filter((name) => name in window),
    }`);
    expect(found).toEqual({
      names: Object.keys(functions).sort(),
      areFunctions: true,
      isFrozen: true,
      canBeReplaced: false,
      system: [],
    });
  });

  it.each([
    ['connect-src', `await fetch('https://example.invalid/').catch(() => {})`],
    ['connect-src', `try { new WebSocket('wss://example.invalid/') } catch {}`],
    ['connect-src', `navigator.sendBeacon('https://example.invalid/', 'x')`],
    ['script-src', `try { (0, eval)('window.injected = true') } catch {}`],
    ['script-src', `try { new Function('window.injected = true')() } catch {}`],
    ['script-src-elem', `append('script', { textContent: 'window.injected = true' })`],
    ['script-src-elem', `append('script', { src: 'https://example.invalid/x.js' })`],
    [
      'script-src-attr',
      `append('div', { innerHTML: '<b onclick="window.injected = true"></b>' }).firstChild.click()`,
    ],
    ['style-src-elem', `append('style', { textContent: 'body { display: none }' })`],
    ['img-src', `append('img', { src: 'https://example.invalid/x.png' })`],
    ['frame-src', `append('iframe', { src: 'https://example.invalid/' })`],
    ['object-src', `append('object', { data: 'https://example.invalid/x' })`],
    ['connect-src', `new EventSource('https://example.invalid/')`],
    ['worker-src', `try { new Worker(URL.createObjectURL(new Blob(['1']))) } catch {}`],
    ['worker-src', `try { new SharedWorker('/shared.js') } catch {}`],
    ['script-src-elem', `import('https://example.invalid/x.js').catch(() => {})`],
    ['script-src-elem', `append('a', { href: 'javascript:window.injected=true' }).click()`],
    ['script-src-elem', `append('script', { src: 'data:text/javascript,window.injected=true' })`],
    ['script-src-elem', `append('script', { src: URL.createObjectURL(new Blob(['window.injected=true'])) })`],
    ['style-src-attr', `append('div', {}).setAttribute('style', 'display: none')`],
    ['style-src-elem', `append('link', { rel: 'stylesheet', href: 'https://example.invalid/x.css' })`],
    ['font-src', `new FontFace('x', 'url(https://example.invalid/x.woff2)').load().catch(() => {})`],
    ['media-src', `append('video', { src: 'https://example.invalid/x.mp4' })`],
    ['frame-src', `append('iframe', { src: 'data:text/html,<script>top.injected = true</script>' })`],
    ['base-uri', `append('base', { href: 'https://example.invalid/' })`],
    ['form-action', `append('form', { action: location.href, method: 'post' }).submit()`],
  ])('cannot get past %s with %s', async (directive, attempt) => {
    const blocked = asPage<{ directive: string; wasInjected: boolean }>(`
      const append = (name, more) => document.body.appendChild(Object.assign(document.createElement(name), more));
      const before = new Set(document.body.children);
      const violation = new Promise((resolve) =>
        addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }));
      ${attempt};
      const directive = await Promise.race([violation, new Promise((resolve) => setTimeout(resolve, 5000, 'none'))]);
      for (const child of [...document.body.children]) if (!before.has(child)) child.remove();
      return { directive, wasInjected: 'injected' in window };
    `);
    expect(await blocked).toEqual({ directive, wasInjected: false });
  });

  it.each([
    ['a document of its own making', `append('iframe', { srcdoc: '<script>top.injected = true</script>' })`],
    [
      'markup',
      `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.injected = true">')`,
    ],
    ['a timer of text', `try { setTimeout('window.injected = true') } catch {}`],
  ])('runs no script from %s', async (_what, attempt) => {
    const injected = asPage(`
      const append = (name, more) => document.body.appendChild(Object.assign(document.createElement(name), more));
      const before = new Set(document.body.children);
      ${attempt};
      await new Promise((resolve) => setTimeout(resolve, 300));
      for (const child of [...document.body.children]) if (!before.has(child)) child.remove();
      return 'injected' in window;
    `);
    expect(await injected).toBe(false);
  });

  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'local-fonts'])(
    'is not granted %s',
    async (name) => {
      const state = await asPage(
        `return navigator.permissions.query({ name: '${name}' }).then(({ state }) => state, () => 'unknown')`,
      );
      expect(state).not.toBe('granted');
    },
  );

  it('takes no files and no links dropped on it, but text', async () => {
    const taken = await asPage(`
      const drop = (fill) => ['dragover', 'drop'].map((type) => {
        const dataTransfer = new DataTransfer();
        fill(dataTransfer);
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      });
      return {
        file: drop((data) => data.items.add(new File(['x'], 'x.html'))),
        link: drop((data) => data.setData('text/uri-list', 'https://example.invalid/')),
        text: drop((data) => data.setData('text/plain', 'ana')),
      };
    `);
    expect(taken).toEqual({ file: [true, true], link: [true, true], text: [false, false] });
  });

  it('opens no window and goes nowhere', async () => {
    expect(await asPage(`return window.open('https://example.invalid/') === null`)).toBe(true);
    await asPage(
      `location.assign(new URL('assets/elsewhere.html', location.href)); await new Promise((resolve) => setTimeout(resolve, 500))`,
    );
    expect(await stage.app.popover.getByRole('button', { name: 'Try the demo' }).isVisible()).toBe(true);
    expect(stage.app.output()).not.toContain('example.invalid');
  });

  it.each([
    ['addAgents', `{ agentUsers: 'ana' }`],
    ['addAgents', `{ agentUsers: [], more: 1 }`],
    ['signIn', `{ password: 7 }`],
    ['changePreferences', `{ change: { intervalMs: 1 } }`],
    ['changePreferences', `{ change: { accounts: [] } }`],
    ['copyFromAgent', `{ agentUser: 'ana', field: 'callerId' }`],
    ['connectAccount', ''],
  ])('is refused %s with %s', async (name, argument) => {
    expect(await asPage(`return croco.${name}(${argument})`)).toEqual({
      ok: false,
      error: { kind: 'invalid-request' },
    });
  });
});

describe.runIf(host === 'preview')('the door of the preview', () => {
  const statusOf = (path: string, headers: Record<string, string> = {}): Promise<number> => {
    const url = readyUrl();
    return new Promise((resolve, reject) => {
      const asked = request(new URL(path, url), { headers: { host: url.host, ...headers } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on('error', reject).end();
    });
  };
  const readyUrl = (): URL => new URL(/^Preview ready: (\S+)$/m.exec(stage.app.output())?.[1] ?? '');
  const own = () => `/desktop.json${readyUrl().search}`;

  it('opens to its own token, origin and host only', async () => {
    expect(await statusOf(own())).toBe(200);
    expect(await statusOf('/desktop.json')).toBe(401);
    expect(await statusOf('/desktop.json?token=wrong')).toBe(401);
    expect(await statusOf(own(), { origin: 'https://example.invalid' })).toBe(403);
    expect(await statusOf(own(), { host: 'example.invalid' })).toBe(403);
    expect(await statusOf('/w/wrong/index.html')).toBe(404);
  });
});

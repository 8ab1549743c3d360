import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../src/shared/bridge.ts';
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
      names: Object.keys(contract).sort(),
      areFunctions: true,
      isFrozen: true,
      canBeReplaced: false,
      system: [],
    });
  });

  it.each([
    ['connect-src', `await fetch('https://example.invalid/').catch(() => {})`],
    ['script-src', `try { (0, eval)('window.injected = true') } catch {}`],
    ['script-src-elem', `append('script', { textContent: 'window.injected = true' })`],
    ['script-src-elem', `append('script', { src: 'https://example.invalid/x.js' })`],
    [
      'script-src-attr',
      `append('div', { innerHTML: '<b onclick="window.injected = true"></b>' }).firstChild.click()`,
    ],
    ['style-src-elem', `append('style', { textContent: 'body { display: none }' })`],
    ['img-src', `append('img', { src: 'https://example.invalid/x.png' })`],
    ['object-src', `append('object', { data: 'https://example.invalid/x' })`],
    ['worker-src', `try { new Worker(URL.createObjectURL(new Blob(['1']))) } catch {}`],
    ['script-src-elem', `import('https://example.invalid/x.js').catch(() => {})`],
    ['script-src-elem', `append('a', { href: 'javascript:window.injected=true' }).click()`],
    ['script-src-elem', `append('script', { src: 'data:text/javascript,window.injected=true' })`],
    ['script-src-elem', `append('script', { src: URL.createObjectURL(new Blob(['window.injected=true'])) })`],
    ['style-src-attr', `append('div', {}).setAttribute('style', 'display: none')`],
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
    ['signIn', `{ password: 7 }`],
    ['changePreferences', `{ change: { accounts: [] } }`],
  ])('is refused %s with %s', async (name, argument) => {
    expect(await asPage(`return croco.${name}(${argument})`)).toEqual({
      ok: false,
      error: { kind: 'invalid-request' },
    });
  });
});

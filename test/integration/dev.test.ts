import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test, vi } from 'vitest';
import { launchChromium } from '../fakes/chromium.ts';

const root = join(import.meta.dirname, '../..');
const timeout = 60_000;
const copied = ['build', 'src/preview', 'src/main/page/protocol.ts', 'electron.vite.config.ts'];

const mainSaying = (word: string) => `
  import { join } from 'node:path';
  import { app, BrowserWindow, nativeImage, Tray } from 'electron';
  app.whenReady().then(() => {
    new Tray(nativeImage.createFromBuffer(Buffer.alloc(0))).setToolTip('${word}');
    const webPreferences = { preload: join(import.meta.dirname, '../preload/index.cjs') };
    new BrowserWindow({ webPreferences }).loadURL(process.env.ELECTRON_RENDERER_URL);
  });`;
const preloadSaying = (word: string) => `
  import { contextBridge } from 'electron';
  contextBridge.exposeInMainWorld('preloaded', '${word}');`;
const pageSaying = (word: string) => `
  export function Page() { return <h1>${word}, {window.preloaded}</h1>; }`;

const files = {
  'package.json': '{"name":"fixture","version":"1.0.0","type":"module","main":"out/main/index.js"}',
  'src/main/index.ts': mainSaying('main one'),
  'src/preload/index.ts': preloadSaying('preload one'),
  'src/renderer/index.html': `<html><head><meta id="react-aria-pressable-style"></head>
    <body><div id="root"></div><script type="module" src="./main.tsx"></script></body></html>`,
  'src/renderer/main.tsx': `
    import { createRoot } from 'react-dom/client';
    import { Page } from './Page.tsx';
    createRoot(document.getElementById('root')).render(<Page />);`,
  'src/renderer/Page.tsx': pageSaying('page one'),
};

/** The commands of this project over an app of a few lines, where it finds our packages. */
async function startDev() {
  await mkdir(join(root, 'artefacts'), { recursive: true });
  const folder = await mkdtemp(join(root, 'artefacts/dev-'));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const path of copied) await cp(join(root, path), join(folder, path), { recursive: true });
  for (const [path, text] of Object.entries(files)) await write(path, text);
  const flags = ['--preview', '--no-open', `--user-data-dir=${join(folder, 'data')}`];
  const child = spawn(process.execPath, ['build/dev.ts', ...flags], {
    cwd: folder,
    // Vitest's own would make Vite build as for a test.
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  }
  return {
    write,
    lines,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
    url: async (): Promise<string> =>
      vi.waitUntil(
        () => lines.map((line) => /^Preview ready: (\S+)$/.exec(line)?.[1]).find((url) => url !== undefined),
        { timeout },
      ),
    async [Symbol.asyncDispose](): Promise<void> {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

test('without Electron, what is edited is in the preview at once, in the tab that is open', async () => {
  await using dev = await startDev();
  await using browser = await launchChromium();
  const page = await browser.newPage();
  const url = await dev.url();
  await page.goto(url);
  const popover = page.frameLocator('iframe');
  await popover.getByRole('heading', { name: 'page one, preload one' }).waitFor({ timeout });

  await page.frames().at(-1)?.evaluate('window.kept = true');
  await dev.write('src/renderer/Page.tsx', pageSaying('page two'));
  await popover.getByRole('heading', { name: 'page two, preload one' }).waitFor({ timeout });
  expect(await page.frames().at(-1)?.evaluate('window.kept')).toBe(true);

  await dev.write('src/main/index.ts', mainSaying('main two'));
  await page.getByRole('button', { name: 'main two' }).waitFor({ timeout });
  await dev.write('src/preload/index.ts', preloadSaying('preload two'));
  await popover.getByRole('heading', { name: 'page two, preload two' }).waitFor({ timeout });

  await dev.write('src/main/index.ts', 'throw new Error("broken on purpose")');
  await vi.waitUntil(() => dev.lines.some((line) => line.includes('broken on purpose')), { timeout });
  await dev.write('src/main/index.ts', mainSaying('main three'));
  await page.getByRole('button', { name: 'main three' }).waitFor({ timeout });

  await dev.stop();
  const isThere = () =>
    fetch(url)
      .then(() => true)
      .catch(() => false);
  await expect.poll(isThere, { timeout }).toBe(false);
}, 300_000);

import { join, sep } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { createServer, type InlineConfig, mergeConfig } from 'vite';
import { createHostProcess } from './host-process.ts';
import { watchBuilds } from './watch-builds.ts';

export interface DevPreviewParts {
  readonly root: string;
  /** For the preview and the app. */
  readonly flags: readonly string[];
  readonly say: (line: string) => void;
  readonly onQuit: () => void;
}

/** The app's page comes from Vite's server, which puts into it what is edited; the rest is built and started again. */
export async function startDevPreview({ root, flags, say, onQuit }: DevPreviewParts) {
  // Apart from what is built to be used.
  const out = join(root, 'out/dev');
  const bundles = await resolveConfig({ root, build: { outDir: out } }, 'serve', 'development');
  const { main = {}, preload = {}, renderer = {} } = bundles.config ?? {};
  const desktopPage: InlineConfig = {
    configFile: join(root, 'build/preview.vite.config.ts'),
    build: { outDir: join(out, 'preview') },
  };

  const server = await createServer(
    mergeConfig(renderer, { clearScreen: false, server: { host: '127.0.0.1' } }),
  );
  await server.listen();
  const [pageUrl = ''] = server.resolvedUrls?.local ?? [];
  const preview = join(root, 'src/preview');
  const host = createHostProcess({
    args: [join(preview, 'main.ts'), `--out=${out}`, ...flags],
    env: { ...process.env, ELECTRON_RENDERER_URL: pageUrl },
    say,
    onQuit,
  });
  const builds = await watchBuilds([main, preload, desktopPage], host.restart);
  // All of the preview but its page runs as it is.
  server.watcher.add(preview).on('change', (file) => {
    if (file.startsWith(preview + sep) && !file.startsWith(join(preview, 'page'))) builds.changed();
  });

  return {
    stop: async (): Promise<void> => {
      await Promise.all([builds.stop(), server.close()]);
      await host.stop();
    },
  };
}

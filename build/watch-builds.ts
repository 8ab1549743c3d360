import { build, type InlineConfig, mergeConfig } from 'vite';

/** A file that several bundles share sets all of them going, one soon after the other. */
const settleMs = 200;

/** Builds now and after every change; `onBuilt` when all are good again. Vite itself says what is wrong in one. */
export async function watchBuilds(configs: readonly InlineConfig[], onBuilt: () => void) {
  const unbuilt = new Set(configs);
  let due: NodeJS.Timeout | undefined;

  /** As if something had been built. */
  function changed(): void {
    clearTimeout(due);
    due = setTimeout(() => {
      if (unbuilt.size === 0) onBuilt();
    }, settleMs);
  }

  async function watch(config: InlineConfig) {
    const watching = {
      logLevel: 'warn',
      build: {
        watch: {},
        // The last good build stays until there is the next one.
        emptyOutDir: false,
        chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      },
    };
    const watcher = await build(mergeConfig(config, watching));
    if (!('on' in watcher)) throw new Error('Vite built where it was to watch.');
    watcher.on('event', ({ code }) => {
      if (code === 'BUNDLE_START') unbuilt.add(config);
      if (code !== 'BUNDLE_END') return;
      unbuilt.delete(config);
      changed();
    });
    return watcher;
  }

  const watchers = await Promise.all(configs.map(watch));
  return {
    changed,
    stop: async (): Promise<void> => {
      await Promise.all(watchers.map((watcher) => watcher.close()));
      clearTimeout(due);
    },
  };
}

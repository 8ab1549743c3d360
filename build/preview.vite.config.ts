import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const page = join(import.meta.dirname, '../src/preview/page');

/** The stand-in desktop's page, and the script that plays Electron's part in the app's page. */
export default defineConfig({
  root: page,
  base: './',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, '../out/preview'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      // A slow machine is not worth a warning.
      checks: { bundlerTimings: false },
      input: { index: join(page, 'index.html'), 'preload-shim': join(page, 'preload-shim.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
});

import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { devPolicy } from './build/dev-policy.ts';

/** What each bundle is made of, for `build/third-party-licences.ts`. Not packed. */
const license = { fileName: 'licences.json' };
/** A slow machine is not worth a warning. */
const checks = { bundlerTimings: false };

export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      license,
      // Small, but with every name kept: the log tells a fault by the names of the functions it came through.
      rolldownOptions: {
        checks,
        output: {
          comments: { jsdoc: false, legal: true },
          minify: { mangle: false, compress: true, codegen: false },
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is run as a plain script: one CommonJS file with everything in it.
      externalizeDeps: false,
      license,
      rolldownOptions: { checks, output: { format: 'cjs' } },
    },
  },
  renderer: {
    // Read from the disk, it would be no faster in several files. Twice as large would be worth a word again.
    build: { minify: true, license, chunkSizeWarningLimit: 2_000, rolldownOptions: { checks } },
    plugins: [react(), tailwindcss()],
    server: { headers: { 'Content-Security-Policy': devPolicy } },
  },
});

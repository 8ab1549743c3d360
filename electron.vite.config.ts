import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

export default defineConfig({
  main: {
    build: {
      sourcemap: true,
      // Small, but with every name kept: the log tells a fault by the names of the functions it came through.
      rolldownOptions: {
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
      rolldownOptions: { output: { format: 'cjs' } },
    },
  },
  renderer: {
    build: { minify: true },
    plugins: [react(), tailwindcss()],
  },
});

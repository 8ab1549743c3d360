import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const outDir = join(import.meta.dirname, '../../out/gallery');

/** Builds the gallery, to be opened from the disk, and answers with its address. */
export async function buildGallery(): Promise<string> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    base: './',
    logLevel: 'warn',
    plugins: [react(), tailwindcss(), { name: 'open-from-disk', transformIndexHtml: fromDisk }],
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        output: { format: 'iife', entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  return pathToFileURL(join(outDir, 'index.html')).href;
}

/** A browser takes neither modules nor anything marked `crossorigin` from the disk. */
const fromDisk = (html: string): string =>
  html.replace('type="module"', 'defer').replaceAll(' crossorigin', '');

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadAppIcon } from './draw-app-icon.ts';
import { iconFiles } from './icon-files.ts';

/** `npm run icons`: draws `icon.svg` into the files the packager takes. They are kept in git. */
await mkdir(join(import.meta.dirname, 'icons'), { recursive: true });
for (const [path, content] of iconFiles(await loadAppIcon())) {
  await writeFile(join(import.meta.dirname, path), content);
}

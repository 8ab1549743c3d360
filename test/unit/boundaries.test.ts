import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');

/** Where a line stands, and what it says. */
type Line = readonly [path: string, text: string];

const forbidden: readonly Line[] = [
  ['src/shared/a.ts', "import { z } from 'zod';"],
  ['src/shared/a.ts', "import type { App } from 'electron';"],
  ['src/shared/a.ts', "import { x } from '../main/x.ts';"],
  ['src/shared/a.ts', "import { x } from './../main/x.ts';"],
  ['src/shared/a.ts', "import { x } from './words/../../main/x.ts';"],
  ['src/shared/a.ts', "export { x } from '../renderer/x.ts';"],
  ['src/shared/words/a.ts', "import { x } from '../../main/x.ts';"],
  ['src/shared/words/a.ts', "import { x } from '../words/../../main/x.ts';"],
  ['src/renderer/a.tsx', "import { x } from '../main/x.ts';"],
  ['src/renderer/screens/a/a.tsx', "const x = await import('../../../main/dialer/x.ts');"],
  ['src/renderer/screens/a/a.tsx', "import { x } from '../../../preview/x.ts';"],
  ['src/renderer/screens/a/a.tsx', "import { x } from '../../../simulator/x.ts';"],
  ['src/renderer/screens/a/a.tsx', "import { x } from '../b/x.tsx';"],
  ['src/renderer/screens/a/a.tsx', "import { x } from '../x.tsx';"],
  ['src/renderer/screens/a/a.tsx', "import { x } from '../../screens/b/x.tsx';"],
  ['src/renderer/screens/a/a.tsx', "import { clipboard } from 'electron';"],
  ['src/preload/index.ts', "import { x } from '../main/x.ts';"],
  ['src/preload/index.ts', "import { x } from '../preview/x.ts';"],
  ['src/preload/index.ts', "import { x } from '../simulator/x.ts';"],
  ['src/preload/index.ts', "import { ipcMain } from 'electron';"],
  ['src/main/a.ts', "import { x } from '../renderer/x.ts';"],
  ['src/main/a.ts', "import { x } from '../preview/x.ts';"],
  ['src/main/a.ts', "import keytar from 'keytar';"],
  ['src/main/a.ts', "const keytar = await import('keytar');"],
  ['src/main/a.ts', "import keytar from 'keytar/lib/keytar.js';"],
  ['src/main/a.ts', "import { app, ipcMain as ipc } from 'electron';"],
  ['src/main/a.ts', "import * as electron from 'electron';"],
  ['src/main/a.ts', "import { ipcMain } from 'electron/main';"],
  ['src/main/page/handlers.ts', "import { ipcMain } from 'electron';"],
  ['src/main/page/ipc.ts', "import { ipcRenderer } from 'electron';"],
  ['src/main/page/ipc.ts', "import { x } from '../../renderer/x.ts';"],
  ['src/main/account/secrets.ts', "import { x } from '../preview/x.ts';"],
  ['src/main/account/secrets.ts', "import { ipcMain } from 'electron';"],
  ['src/main/a.ts', "import { x } from '../hub/x.ts';"],
  ['src/main/state/a.ts', "import { x } from '../alerts/x.ts';"],
  ['src/main/state/a.ts', "import { ipcMain } from 'electron';"],
  ['src/watch/a.ts', "import { x } from '../main/x.ts';"],
  ['src/watch/a.ts', "import { app } from 'electron';"],
  ['src/watch/dialler/a.ts', "import { x } from '../../simulator/x.ts';"],
  ['src/watch/dialler/a.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/watch/dialler/a.ts', "const fs = await import('node:fs');"],
  ['src/watch/dialler/a.ts', "import { x } from '../../hub/x.ts';"],
  ['src/watch/a.ts', "import keytar from 'keytar';"],
  ['src/hub/a.ts', "import { x } from '../main/x.ts';"],
  ['src/hub/a.ts', "import { x } from '../renderer/x.ts';"],
  ['src/hub/a.ts', "import { app } from 'electron';"],
  ['src/renderer/screens/a.tsx', "import { x } from '../../watch/x.ts';"],
  ['src/preload/index.ts', "import { x } from '../watch/x.ts';"],
  ['src/simulator/a.ts', "import keytar from 'keytar';"],
  ['test/integration/a.test.ts', "import keytar from 'keytar';"],
];

const report = z.object({
  diagnostics: z.array(
    z.object({
      category: z.literal('lint/style/noRestrictedImports'),
      severity: z.literal('error'),
      location: z.object({ path: z.string(), start: z.object({ line: z.int() }) }),
    }),
  ),
});

/** Lints all lines at once, under the repository's own rules, in a tree that has nothing else. */
function blamedLines(): Set<Line> {
  const files = Map.groupBy(forbidden, ([path]) => path);
  const place = mkdtempSync(join(tmpdir(), 'croco-tray-'));
  try {
    cpSync(join(root, 'biome.json'), join(place, 'biome.json'));
    for (const [path, lines] of files) {
      mkdirSync(join(place, dirname(path)), { recursive: true });
      writeFileSync(join(place, path), lines.map(([, text]) => text).join('\n'));
    }
    const words = [
      'lint',
      '--vcs-enabled=false',
      '--only=style/noRestrictedImports',
      '--max-diagnostics=none',
    ];
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const { stdout } = spawnSync(process.execPath, [biome, ...words, '--reporter=json', 'src', 'test'], {
      cwd: place,
      encoding: 'utf8',
    });
    const { diagnostics } = report.parse(JSON.parse(stdout));
    return new Set(
      diagnostics.flatMap(({ location }) => {
        const path = location.path.replaceAll('\\', '/');
        const line = files.get(path)?.[location.start.line - 1];
        return line === undefined ? [] : [line];
      }),
    );
  } finally {
    rmSync(place, { recursive: true });
  }
}

describe('the boundaries between the rooms', () => {
  const blamed = blamedLines();

  it.each(forbidden.map((line) => ({ line, path: line[0], text: line[1] })))(
    '$path may not say $text',
    ({ line }) => {
      expect(blamed).toContain(line);
    },
  );
});

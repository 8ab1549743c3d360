import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';

/** "How to add" of CONTRIBUTING, tried with made-up things in a copy of the sources. */
const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'croco-how-to-add-'));
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
const config = {
  extends: join(root, 'tsconfig.base.json'),
  compilerOptions: {
    lib: ['ES2024', 'ESNext.Disposable', 'DOM', 'DOM.Iterable'],
    types: ['node', 'electron-vite/node', 'vite/client'],
    jsx: 'react-jsx',
    // So that an error names what it is about, however long it gets.
    noErrorTruncation: true,
  },
  include: ['src'],
};
writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));

beforeEach(() => {
  rmSync(join(copy, 'src'), { recursive: true, force: true });
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true }));

/** A file or folder, and what is done to each of its lines. */
type Place = readonly [path: string, edit: (line: string) => string];

const after =
  (anchor: string, added: string) =>
  (line: string): string =>
    line.trim() === anchor ? `${line}\n${added}` : line;

const setting: readonly Place[] = [
  ['src/shared/settings.ts', after('nudges: true,', 'likesTea: false,')],
  [
    'src/main/settings/settings-table.ts',
    after('nudges: both(z.boolean()),', 'likesTea: both(z.boolean()),'),
  ],
  [
    'src/renderer/screens/settings/Privacy.tsx',
    after(
      "<Section title={t('settings.privacy')}>",
      `<HintedSwitch
        hint=""
        isSelected={preferences.likesTea}
        onChange={(likesTea) => void edit(() => ({ likesTea }))}
      >
        {t('settings.likesTea')}
      </HintedSwitch>`,
    ),
  ],
  [
    'src/shared/words',
    (line) =>
      /^\s*hidesNumbers:/.test(line) ? `${line}\n${line.replace('hidesNumbers', 'likesTea')}` : line,
  ],
];

const channel: readonly Place[] = [
  [
    'src/shared/bridge.ts',
    after('getState: plain<AppView>(),', 'makeTea: withArgument<{ cups: number }>(),'),
  ],
  [
    'src/main/page/arguments.ts',
    after('checkAccount: z.strictObject({ draft }),', 'makeTea: z.strictObject({ cups: z.int() }),'),
  ],
  [
    'src/main/page/handlers.ts',
    after('getLoad: () => succeed(parts.load()),', 'makeTea: () => succeed(null),'),
  ],
];

/** Its words are those of another kind, in every language. */
const changeKind: readonly Place[] = [
  [
    'src/shared/change.ts',
    after(
      "'went-offline': { notifies: false, isToldAfterGap: false, body: 'before' },",
      "'has-tea': { notifies: false, isToldAfterGap: false, body: 'now' },",
    ),
  ],
  [
    'src/shared/words',
    (line) =>
      /^\s*'(notify-)?went-offline/.test(line) ? `${line}\n${line.replace('went-offline', 'has-tea')}` : line,
  ],
  [
    'src/watch/monitor/change.ts',
    after(
      "if (wasOnline && !isOnline) kinds.push('went-offline');",
      "if (to.status === 'TEA') kinds.push('has-tea');",
    ),
  ],
];

const ruleKind: readonly Place[] = [
  [
    'src/shared/rules.ts',
    after(
      "| { readonly kind: 'several'; readonly family: Family; readonly count: number }",
      "| { readonly kind: 'out-of-tea'; readonly cups: number }",
    ),
  ],
  ['src/shared/rules.ts', (line) => line.replace('export const ownKinds = [', "$&'out-of-tea', ")],
];

const language: readonly Place[] = [
  ['src/shared/words/fr.ts', (line) => line.replace('export const es', 'export const fr')],
  [
    'src/shared/words/catalogue.ts',
    (line) =>
      line
        .replace('{ en, es }', '{ en, es, fr }')
        .replace("import { es } from './es.ts';", "$&\nimport { fr } from './fr.ts';"),
  ],
];

it('the compiler asks for what is left of a channel, a kind of change, a setting and a kind of rule', {
  timeout: 300_000,
}, () => {
  const firsts = [channel, changeKind, setting].flatMap((places) => places.slice(0, 1));
  for (const place of [...firsts, ...ruleKind]) edit(place);
  const errors = compile();
  const ofChannel = ['src/main/page/arguments.ts', 'src/main/page/handlers.ts'];
  const ofChangeKind = [
    'src/main/alerts/summary.ts',
    'src/main/alerts/text.ts',
    'src/main/inbox/inbox-view.ts',
    'src/main/tray/reason.ts',
    'src/renderer/screens/rules/WhatFields.tsx',
    'src/renderer/screens/rules/sentence.ts',
    'src/renderer/screens/settings/NotifySwitches.tsx',
    'src/shared/words/en.ts',
  ];
  const ofSetting = ['src/main/settings/settings-table.ts'];
  const ofRuleKind = [
    'src/main/alerts/condition.ts',
    'src/main/alerts/replaced.ts',
    'src/main/settings/shapes.ts',
    'src/renderer/screens/rules/WhatFields.tsx',
    'src/renderer/screens/rules/own-rule.ts',
    'src/renderer/screens/rules/sentence.ts',
    'src/shared/rules.ts',
  ];
  expect(filesNaming('makeTea', errors)).toEqual(ofChannel);
  // The errors about the kind of rule name the type of all settings, and with it every kind of change.
  expect(filesNaming('has-tea', errors)).toEqual(expect.arrayContaining(ofChangeKind));
  expect(filesNaming('likesTea', errors)).toEqual(ofSetting);
  expect(filesNaming('', errors)).toEqual(
    [...new Set([...ofChannel, ...ofChangeKind, ...ofSetting, ...ofRuleKind])].toSorted(),
  );
});

it('four places make a setting, three a channel or a kind of change, two a language', {
  timeout: 300_000,
}, () => {
  expect([setting, channel, changeKind, language].map(({ length }) => length)).toEqual([4, 3, 3, 2]);
  for (const place of [...setting, ...channel, ...changeKind]) edit(place);
  cpSync(join(copy, 'src/shared/words/es.ts'), join(copy, 'src/shared/words/fr.ts'));
  for (const place of language) edit(place);
  expect(compile()).toEqual([]);
});

function edit([path, ofLine]: Place): void {
  const files = /\.tsx?$/.test(path) ? [path] : readdirSync(join(copy, path)).map((name) => join(path, name));
  const texts = files.map((file) => [join(copy, file), readFileSync(join(copy, file), 'utf8')] as const);
  const edited = texts.map(([file, text]) => [file, text.split('\n').map(ofLine).join('\n')] as const);
  expect(edited, `${path} is as it was`).not.toEqual(texts);
  for (const [file, text] of edited) writeFileSync(file, text);
}

interface CompileError {
  readonly file: string;
  readonly text: string;
}

function compile(): readonly CompileError[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', copy, '--pretty', 'false'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  // An error begins a line, and goes on in indented ones.
  const errors = stdout.split(/^(?=\S)/m).filter((text) => text !== '');
  expect(status === 0).toBe(errors.length === 0);
  return errors.map((text) => ({ file: text.slice(0, text.indexOf('(')), text }));
}

const filesNaming = (name: string, errors: readonly CompileError[]): readonly string[] =>
  [...new Set(errors.filter(({ text }) => text.includes(name)).map(({ file }) => file))].toSorted();

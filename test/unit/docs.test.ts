import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const read = (page: string): string => readFileSync(join(root, page), 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));
const pages = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })];

const isThere = (path: string): boolean => globSync(path, { cwd: root }).length > 0;
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('names only files and folders that are there', () => {
    const named = all(text, /(?<![\w./-])((?:src|test|build|docs|\.github|\.ci)\/[\w./*{},-]*(?:\.\w+|\/))/g);
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });

  it('links and pictures lead to something', () => {
    const targets = all(text, /(?:\]\(|src="|srcset=")(?!https?:)([^)#"]+)/g);
    const paths = targets.map((target) => relative(root, join(root, dirname(page), target)));
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  it('names only commands that there are', () => {
    const named = all(text, /npm run ([\w:]+)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('docs/README.md lists every page, docs/commands.md every command', () => {
  const siblings = globSync('docs/*.md', { cwd: root }).map((page) => relative('docs', page));
  const unlisted = siblings.filter(
    (page) => page !== 'README.md' && !read('docs/README.md').includes(`](${page})`),
  );
  expect(unlisted).toEqual([]);
  const commands = read('docs/commands.md');
  // What npm runs without the word `run`.
  const short = ['start', 'test'];
  const unnamed = Object.keys(scripts).filter(
    (name) => !commands.includes(short.includes(name) ? `\`npm ${name}\`` : `\`npm run ${name}\``),
  );
  expect(unnamed).toEqual([]);
});

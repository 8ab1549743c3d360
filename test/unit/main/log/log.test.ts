import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../../../src/main/log/log.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../../../fakes/temporary-directory.ts';

let temporary: TemporaryDirectory;
let directory: string;

beforeEach(async () => {
  temporary = await makeTemporaryDirectory();
  directory = temporary.path;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await temporary[Symbol.asyncDispose]();
});

const written = (): string => readFileSync(join(directory, 'main.log'), 'utf8');

describe('the log', () => {
  it('writes level, message and facts on one line', () => {
    createLog({ directory, isDev: false }).warn('The dialler answered', { status: 503, retried: true });
    expect(written()).toMatch(/^\[.*\] \[warn\]\s+The dialler answered \{"status":503,"retried":true\}\n$/);
  });

  it('redacts message and facts', () => {
    const log = createLog({ directory, isDev: false });
    log.hideSecret('correct horse');
    log.error('Sent correct%20horse', { text: 'correct horse', body: 'goPass=other', number: '5550123456' });
    expect(written()).not.toMatch(/correct|other|55501234/);
    expect(written()).toContain('•••56');
  });

  it('keeps every message on its own line, for its user alone', () => {
    createLog({ directory, isDev: false }).info('Agent "a\n[error] forged"', { status: 'x\r\ny' });
    expect(written().trimEnd().split('\n')).toHaveLength(1);
    if (process.platform !== 'win32') expect(statSync(join(directory, 'main.log')).mode & 0o777).toBe(0o600);
  });

  it('keeps two files of about a megabyte', () => {
    const log = createLog({ directory, isDev: false });
    const line = 'word '.repeat(2_000);
    for (let index = 0; index < 350; index += 1) log.info(line);
    expect(readdirSync(directory).sort()).toEqual(['main.log', 'main.old.log']);
    for (const file of readdirSync(directory)) {
      expect(statSync(join(directory, file)).size).toBeLessThan(1.1 * 1024 * 1024);
    }
  });

  it('speaks on the console in development only, and of detail there only', () => {
    const info = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const consoleInfo = vi.spyOn(console, 'info').mockReturnValue();
    createLog({ directory, isDev: false }).debug('Detail');
    expect(existsSync(join(directory, 'main.log'))).toBe(false);
    createLog({ directory, isDev: false }).info('Quiet');
    expect(info).not.toHaveBeenCalled();
    expect(consoleInfo).not.toHaveBeenCalled();
  });

  it('without a directory writes no file', () => {
    createLog({ directory: null, isDev: false }).error('Nowhere');
    expect(readdirSync(directory)).toEqual([]);
  });
});

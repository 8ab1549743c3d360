import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appDataOf, createPaths } from '../../../src/preview/electron/paths.ts';
import { commandFor } from '../../../src/preview/open-browser.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';

test.each([
  ['linux', {}, join('/home/ana', '.config')],
  ['linux', { XDG_CONFIG_HOME: '/elsewhere' }, '/elsewhere'],
  ['win32', { APPDATA: 'C:/Roaming' }, 'C:/Roaming'],
  ['darwin', {}, join('/home/ana', 'Library/Application Support')],
] as const)('on %s with %j settings live in %s', (platform, env, expected) => {
  expect(appDataOf(platform, env, '/home/ana')).toBe(expected);
});

test("without a folder of its own a preview keeps clear of the installed app's", async () => {
  await using config = await makeTemporaryDirectory();
  const env = { XDG_CONFIG_HOME: config.path };
  const paths = createPaths({ platform: 'linux', env, appName: 'Test', userDataDir: null });
  expect(paths.get('userData')).toBe(join(config.path, 'Test Preview'));
});

test.each([
  ['linux', ['xdg-open', ['http://h/?a=1&b=2']]],
  ['darwin', ['open', ['http://h/?a=1&b=2']]],
  ['win32', ['cmd', ['/c', 'start', '""', 'http://h/?a=1^&b=2']]],
] as const)('on %s the browser is opened by %j', (platform, expected) => {
  expect(commandFor('http://h/?a=1&b=2', platform)).toEqual(expected);
});

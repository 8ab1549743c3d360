import { expect, test } from 'vitest';
import { chooseHost, hasDisplay } from '../../../build/choose-host.ts';

const notAsked = () => {
  throw new Error('Finding out may download: it must not be asked.');
};

test('the preview is opened when asked for, without looking for Electron', async () => {
  const choice = await chooseHost({ isPreviewWanted: true, hasDisplay: true, obstacle: null }, notAsked);
  expect(choice).toEqual({ host: 'preview', why: expect.stringContaining('--preview') });
});

test('without a display nothing is fetched', async () => {
  const choice = await chooseHost({ isPreviewWanted: false, hasDisplay: false, obstacle: null }, notAsked);
  expect(choice).toEqual({ host: 'preview', why: expect.stringContaining('no display') });
});

test('nothing is fetched where it would be ended as soon as it starts', async () => {
  const obstacle = { what: 'Electron does not run as root', command: 'sudo -u maria npm start' };
  const choice = await chooseHost({ isPreviewWanted: false, hasDisplay: true, obstacle }, notAsked);
  expect(choice).toEqual({ host: 'preview', why: expect.stringContaining('does not run as root') });
});

test.each([
  ['there', 'electron'],
  ['fetched', 'electron'],
  ['out-of-reach', 'preview'],
  ['recently-out-of-reach', 'preview'],
] as const)('Electron that is %s makes the host %s', async (electron, host) => {
  const choice = await chooseHost(
    { isPreviewWanted: false, hasDisplay: true, obstacle: null },
    async () => electron,
  );
  expect(choice.host).toBe(host);
});

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('on %s with %j a display is there: %s', (platform, env, expected) => {
  expect(hasDisplay(platform, env)).toBe(expected);
});

import { expect, it } from 'vitest';
import { type DisplayFacts, drawsOnWayland } from '../../../../src/main/app/display-server.ts';

const x11 = { DISPLAY: ':0' };
const wayland = { WAYLAND_DISPLAY: 'wayland-1' };
const inWayland = { XDG_SESSION_TYPE: 'wayland' };
const inX11 = { XDG_SESSION_TYPE: 'x11' };

it.each<[string, Partial<DisplayFacts>, boolean]>([
  ['X11 by flag in a Wayland session', { ozonePlatform: 'x11', env: { ...wayland, ...inWayland } }, false],
  ['Wayland by flag in an X11 session', { ozonePlatform: 'wayland', env: { ...x11, ...inX11 } }, true],
  ['no display at all by flag', { ozonePlatform: 'headless', env: { ...wayland, ...inWayland } }, false],
  ['both servers in a Wayland session', { env: { ...x11, ...wayland, ...inWayland } }, true],
  ['both servers in an X11 session', { env: { ...x11, ...wayland, ...inX11 } }, false],
  ['both servers and no session type', { env: { ...x11, ...wayland } }, false],
  ['both servers in a text session', { env: { ...x11, ...wayland, XDG_SESSION_TYPE: 'tty' } }, false],
  ['Wayland alone, whatever the session type', { env: { ...wayland, ...inX11 } }, true],
  ['X11 alone in a Wayland session, as over ssh', { env: { ...x11, ...inWayland } }, false],
  ['an X11 display by flag in a Wayland session', { hasDisplayFlag: true, env: inWayland }, false],
  ['nothing but a socket handed over', { env: { WAYLAND_SOCKET: '5' } }, true],
  ['nothing but the default socket', { hasDefaultSocket: true }, true],
  ['an empty display of X11', { env: { DISPLAY: '', ...wayland } }, true],
  [
    'an empty name that hides the default socket',
    { hasDefaultSocket: true, env: { WAYLAND_DISPLAY: '', ...x11, ...inWayland } },
    false,
  ],
  ['nothing in a Wayland session', { env: inWayland }, true],
  ['nothing at all', {}, false],
])('with %s', (_name, facts, expected) => {
  const nothing = { ozonePlatform: '', hasDisplayFlag: false, env: {}, hasDefaultSocket: false };
  expect(drawsOnWayland({ ...nothing, ...facts })).toBe(expected);
});

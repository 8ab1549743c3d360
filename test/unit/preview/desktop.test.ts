import { expect, test, vi } from 'vitest';
import { readMarkup } from '../../../src/preview/electron/notification.ts';
import { parseAction } from '../../../src/preview/wire/action.ts';
import { makeStandIn } from './make-stand-in.ts';

function makeReady(platform?: NodeJS.Platform) {
  const standIn = makeStandIn(platform);
  standIn.app.becomeReady();
  return { ...standIn, lastId: () => standIn.desktop.state().notifications.at(-1)?.id ?? '' };
}

test('a notification stays on the list after it was clicked away', () => {
  const { Notification, desktop, lastId } = makeReady();
  const heard: string[] = [];
  const notification = new Notification({ title: 'Call connected', body: 'Ana' });
  for (const name of ['click', 'close'] as const) notification.on(name, () => heard.push(name));
  expect(desktop.state().notifications).toEqual([]);
  notification.show();
  expect(desktop.act({ do: 'click-notification', id: lastId() })).toBe(true);
  expect(desktop.act({ do: 'click-notification', id: lastId() })).toBe(false);
  expect(heard).toEqual(['click', 'close']);
  expect(desktop.state().notifications).toMatchObject([
    { title: 'Call connected', body: 'Ana', closed: true },
  ]);
});

test.each(['darwin', 'win32'] as const)('on %s a notification has buttons and may be silent', (platform) => {
  const { Notification, desktop, lastId } = makeReady(platform);
  const notification = new Notification({
    title: 'Call connected',
    silent: true,
    actions: [
      { type: 'button', text: 'Copy' },
      { type: 'button', text: 'Open' },
    ],
  });
  const heard: unknown[] = [];
  notification.on('action', (details) => heard.push(details));
  notification.on('close', () => heard.push('close'));
  notification.show();
  const id = lastId();
  expect(desktop.state().notifications).toMatchObject([{ silent: true, actions: ['Copy', 'Open'] }]);
  expect(desktop.act({ do: 'notification-action', id, index: 2 })).toBe(false);
  expect(desktop.act({ do: 'notification-action', id, index: 1 })).toBe(true);
  expect(heard).toMatchObject([{ actionIndex: 1, selectionIndex: -1 }, 'close']);
  expect(desktop.act({ do: 'notification-action', id, index: 1 })).toBe(false);
});

test('on Linux it has no buttons and cannot be silent', () => {
  const { Notification, desktop, lastId } = makeReady('linux');
  const notification = new Notification({ silent: true, actions: [{ type: 'button', text: 'Copy' }] });
  notification.show();
  expect(desktop.state().notifications).toMatchObject([{ silent: false, actions: [] }]);
  expect(desktop.act({ do: 'notification-action', id: lastId(), index: 0 })).toBe(false);
});

test('the system has been idle since somebody last touched the page, or for as long as it is told', () => {
  let nowMs = 0;
  const { powerMonitor, desktop } = makeStandIn('linux', () => nowMs);
  expect(powerMonitor.getSystemIdleTime()).toBe(0);
  nowMs = 90_999;
  expect(powerMonitor.getSystemIdleTime()).toBe(90);
  desktop.touched();
  expect(powerMonitor.getSystemIdleTime()).toBe(0);
  desktop.act({ do: 'idle', seconds: 600 });
  desktop.touched();
  expect(powerMonitor.getSystemIdleTime()).toBe(600);
  desktop.act({ do: 'idle', seconds: null });
  expect(powerMonitor.getSystemIdleTime()).toBe(0);
  nowMs += 5_000;
  expect(powerMonitor.getSystemIdleTime()).toBe(5);
});

test.each([
  ['Ana &amp; Bob &lt;1&gt;', 'Ana & Bob <1>'],
  ['Foo<T> lost', 'Foo lost'],
  ['&amp;lt;', '&lt;'],
])('a Linux server shows %j as %j', (body, shown) => {
  expect(readMarkup(body)).toBe(shown);
});

test('other platforms show the body as it is', () => {
  const { Notification, desktop } = makeReady('win32');
  new Notification({ title: 'x', body: 'a &amp; b' }).show();
  expect(desktop.state().notifications[0]?.body).toBe('a &amp; b');
});

test('a theme the app chose changes its page, and not the panel it sits in', () => {
  const { nativeTheme, desktop } = makeReady();
  const updated = vi.fn();
  nativeTheme.on('updated', updated);
  nativeTheme.themeSource = 'dark';
  expect(nativeTheme.shouldUseDarkColors).toBe(true);
  expect(nativeTheme.shouldUseDarkColorsForSystemIntegratedUI).toBe(false);
  expect(desktop.state()).toMatchObject({ theme: 'light', pageTheme: 'dark' });
  desktop.act({ do: 'theme' });
  expect(nativeTheme.shouldUseDarkColorsForSystemIntegratedUI).toBe(true);
  expect(updated).toHaveBeenCalledTimes(2);
});

test.each(['suspend', 'resume', 'lock-screen', 'unlock-screen'] as const)('%s reaches the app', (event) => {
  const { powerMonitor, desktop } = makeReady();
  const heard = vi.fn();
  powerMonitor.on(event, heard);
  desktop.act({ do: 'power', event });
  expect(heard).toHaveBeenCalledOnce();
});

test('closing all connections fails what is in flight', async () => {
  vi.stubGlobal('fetch', (_url: string, { signal }: { signal: AbortSignal }) => {
    const { promise, reject } = Promise.withResolvers<Response>();
    signal.addEventListener('abort', () => reject(signal.reason));
    return promise;
  });
  const { session } = makeReady();
  const dialler = session.fromPartition('dialler', { cache: false });
  const answer = dialler.fetch('https://pbx.example.com/');
  await Promise.all([expect(answer).rejects.toThrow('net::ERR_ABORTED'), dialler.closeAllConnections()]);
});

test('copied text and links are shown, not acted on', async () => {
  const { clipboard, shell, desktop } = makeReady();
  await clipboard.writeText('lead 7');
  await shell.openExternal('https://example.com/a');
  expect(desktop.state().messages.map(({ kind, text }) => [kind, text])).toEqual([
    ['copied', 'lead 7'],
    ['would-open', 'https://example.com/a'],
  ]);
});

test('what is no action of the desktop is none', () => {
  expect(parseAction({ do: 'power', event: 'suspend' })).toEqual({ do: 'power', event: 'suspend' });
  for (const wrong of [null, 'quit', {}, { do: 'format-disk' }, { do: 'power', event: 'explode' }]) {
    expect(parseAction(wrong)).toBeNull();
  }
});

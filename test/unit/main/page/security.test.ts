import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { confinePages, cutOff, denyPermissions, isOurPageIn } from '../../../../src/main/page/security.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

describe('a session', () => {
  it('grants nothing, asked or looked up, and downloads nothing', () => {
    const setPermissionRequestHandler = vi.fn<Electron.Session['setPermissionRequestHandler']>();
    const setPermissionCheckHandler = vi.fn<Electron.Session['setPermissionCheckHandler']>();
    const session = Object.assign(new EventEmitter(), {
      setPermissionRequestHandler,
      setPermissionCheckHandler,
    });
    denyPermissions(session as unknown as Electron.Session);
    const answer = vi.fn();
    setPermissionRequestHandler.mock.calls[0]?.[0]?.(null as never, 'notifications', answer, null as never);
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(setPermissionCheckHandler.mock.calls[0]?.[0]?.(null, 'media', '', null as never)).toBe(false);
    const preventDefault = vi.fn();
    session.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

function openPage() {
  const app = new EventEmitter();
  const log = createQuietLog();
  confinePages(app as unknown as Electron.App, log);
  const setWindowOpenHandler = vi.fn<Electron.WebContents['setWindowOpenHandler']>();
  const setWebRTCIPHandlingPolicy = vi.fn<Electron.WebContents['setWebRTCIPHandlingPolicy']>();
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler, setWebRTCIPHandlingPolicy });
  app.emit('web-contents-created', {}, contents);
  return { contents, setWindowOpenHandler, setWebRTCIPHandlingPolicy, log };
}

describe('a page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is denied %s, and the log tells',
    (event) => {
      const { contents, log } = openPage();
      const preventDefault = vi.fn();
      contents.emit(event, { preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
      expect(log.lines.join()).toContain('denied to the page');
    },
  );

  it('opens no windows', () => {
    const { setWindowOpenHandler } = openPage();
    const open = setWindowOpenHandler.mock.calls[0]?.[0];
    expect(open?.({ url: 'https://example.com' } as Electron.HandlerDetails)).toEqual({ action: 'deny' });
  });
});

describe('the network', () => {
  it('is out of reach of the page by WebRTC, too: no packet but by a proxy, and no proxy', async () => {
    const { setWebRTCIPHandlingPolicy } = openPage();
    expect(setWebRTCIPHandlingPolicy).toHaveBeenCalledExactlyOnceWith('disable_non_proxied_udp');
    const setProxy = vi.fn<Electron.Session['setProxy']>(async () => undefined);
    await cutOff({ setProxy });
    expect(setProxy).toHaveBeenCalledExactlyOnceWith({
      mode: 'fixed_servers',
      proxyRules: '127.0.0.1:9',
      proxyBypassRules: '<-loopback>',
    });
  });
});

describe('the page of the dev server', () => {
  const devPage = { origin: 'http://localhost:5173', parent: null };

  it('is ours only where main was told of it', () => {
    expect(isOurPageIn('http://localhost:5173')(devPage)).toBe(true);
    expect(isOurPageIn(null)(devPage)).toBe(false);
    expect(isOurPageIn('http://localhost:5173')({ ...devPage, origin: 'http://localhost:5174' })).toBe(false);
    expect(isOurPageIn('http://localhost:5173')(null)).toBe(false);
  });
});

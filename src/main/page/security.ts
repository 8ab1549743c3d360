import type Electron from 'electron';
import type { Log } from '../log/log.ts';
import { appOrigin } from './protocol.ts';

/** Only the top frame of our own page may ask main for anything. */
export const isOurPage = (frame: Pick<Electron.WebFrameMain, 'origin' | 'parent'> | null): boolean =>
  frame !== null && frame.parent === null && frame.origin === appOrigin;

/** In development the page comes from the dev server, which packaged builds never trust. */
export const isOurPageIn =
  (devOrigin: string | null) =>
  (frame: Pick<Electron.WebFrameMain, 'origin' | 'parent'> | null): boolean =>
    isOurPage(frame) || (devOrigin !== null && frame?.parent === null && frame.origin === devOrigin);

/** Without handlers Electron grants every permission; this app needs none. */
export function denyPermissions(session: Electron.Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/**
 * For the page's session: its files come from `app://`, and what its policy cannot stop (WebRTC, and a name looked
 * up in advance) is sent to a proxy that nobody runs, loopback included.
 */
export const cutOff = (session: Pick<Electron.Session, 'setProxy'>): Promise<void> =>
  session.setProxy({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });

/** Every page stays where it was loaded: no navigation, no new windows, no webviews. */
export function confinePages(app: Pick<Electron.App, 'on'>, log: Log): void {
  app.on('web-contents-created', (_created, contents) => {
    const deny = (event: { preventDefault: () => void }, what: string) => {
      event.preventDefault();
      log.warn('denied to the page', { what });
    };
    contents.on('will-navigate', (event) => deny(event, 'navigation'));
    contents.on('will-frame-navigate', (event) => deny(event, 'frame navigation'));
    contents.on('will-redirect', (event) => deny(event, 'redirect'));
    contents.on('will-attach-webview', (event) => deny(event, 'webview'));
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // No policy of the page stops WebRTC, whose packets could carry anything anywhere.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

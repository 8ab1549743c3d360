import { createRequire } from 'node:module';

/** From here on the app takes this process for one of another system. The keychain stays the one that is here. */
export function playPlatform(platform: NodeJS.Platform): void {
  // keytar looks for the file of the system it is on when it is loaded, and is loaded once.
  try {
    createRequire(import.meta.url)('keytar');
  } catch {
    // Without libsecret it does not load for anybody; the app says so.
  }
  Object.defineProperty(process, 'platform', { value: platform });
}

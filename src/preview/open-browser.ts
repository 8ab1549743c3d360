import { spawn } from 'node:child_process';

/** Where no browser can be opened, the printed address has to do. */
export function openBrowser(url: string, platform: NodeJS.Platform): void {
  const [command, args] = commandFor(url, platform);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

export function commandFor(url: string, platform: NodeJS.Platform): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [url]];
  if (platform === 'win32') return ['cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')]];
  return ['xdg-open', [url]];
}

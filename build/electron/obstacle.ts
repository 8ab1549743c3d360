/** Why Electron cannot run here, and what a person can do about it. */
export interface Obstacle {
  /** Without a full stop: it begins a sentence. */
  readonly what: string;
  /** Null where no single command helps. */
  readonly command: string | null;
}

export function sentenceOf({ what, command }: Obstacle): string {
  const sentence = `${what}, so this opens the preview.`;
  return command === null ? sentence : `${sentence} What would help: ${command}`;
}

/** As a shell wants a path that may have spaces. */
export const quoted = (path: string): string =>
  /^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;

/** Deletes all packages, a damaged Electron too; the next start fetches that one again. */
export const reinstall = 'npm ci';

import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { createRedactor, type Redactor } from './redact.ts';

export type Facts = Readonly<Record<string, string | number | boolean | null>>;
type Write = (message: string, facts?: Facts) => void;

/** Every line is redacted before it is written. Never give it a body, or a URL with parameters. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}

export interface LogOptions {
  /** Null writes no file. */
  readonly directory: string | null;
  /** In development, lines also go to the console. */
  readonly isDev: boolean;
}

const maxFileBytes = 1024 * 1024;

/** Writes `main.log`, and keeps the one before it as `main.old.log`. */
export function createLog({ directory, isDev }: LogOptions): Log & Pick<Redactor, 'hideSecret'> {
  const { redact, hideSecret } = createRedactor();
  const logger = electronLog.create({ logId: directory ?? 'no-file' });
  const { console, file } = logger.transports;
  console.level = isDev ? 'debug' : false;
  file.level = directory === null ? false : isDev ? 'debug' : 'info';
  // Else it looks for a package.json to name a directory we do not use.
  file.setAppName('croco-tray');
  file.maxSize = maxFileBytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  if (directory !== null) file.resolvePathFn = () => join(directory, 'main.log');

  const writeAt =
    (level: keyof Log): Write =>
    (message, facts) => {
      const line = facts === undefined ? message : `${message} ${JSON.stringify(facts)}`;
      logger[level](redact(onOneLine(line)));
    };

  return {
    debug: writeAt('debug'),
    info: writeAt('info'),
    warn: writeAt('warn'),
    error: writeAt('error'),
    hideSecret,
  };
}

/** A name from the dialler must not be able to begin a line of its own. */
const onOneLine = (text: string): string =>
  text.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));

import { fileNoticeKinds, type Notice } from '../../shared/app-view.ts';
import type { Result } from '../../shared/result.ts';
import type { Log } from '../log/log.ts';
import type { AppState, AppStore } from '../state/store.ts';
import { codeOf, moveAside, readPatiently, writeAtomically } from './atomic-file.ts';
import { addNotice, removeNotice } from './notices.ts';
import { parseJson } from './parse-json.ts';

const writeAfterMs = 1_000;
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;

/** Why what the file holds is of no use. */
export type BadContent = 'invalid' | 'newer-version';

export interface KeptFileParts<T> {
  readonly path: string;
  readonly log: Log;
  /** As the log calls it. */
  readonly name: string;
  readonly parse: (value: unknown) => Result<T, BadContent>;
  readonly format: (value: T) => string;
  /** Where there is no good file. */
  readonly byDefault: T;
  readonly partOf: (state: AppState) => T;
  /** Each change is written at once and its failure is news; else a storm is one write a second, and told once. */
  readonly isAtOnce: boolean;
  /** `broken` names it `settings.broken-….json`. A bad file is moved aside if its notice says where to, else overwritten. */
  readonly asideMark: string;
  readonly notices: Readonly<Record<BadContent | 'unreadable', Notice['kind']>> & {
    readonly notSaved: 'settings-not-saved' | 'inbox-not-saved';
  };
}

export interface KeptFile<T> {
  readonly load: () => Promise<T>;
  /** Keeps the file in step with the store, which begins with what was loaded. Returns the way to stop. */
  readonly follow: (store: AppStore) => () => void;
  /** Settles when nothing is left to write, what failed tried once more; it never rejects. */
  readonly flush: () => Promise<void>;
}

/** A part of the state over restarts, in a file that is always whole. What goes wrong is told and tried again. */
export function createKeptFile<T>(parts: KeptFileParts<T>): KeptFile<T> {
  const { path, log, name, partOf, notices } = parts;
  let store: AppStore | null = null;
  let loss: Notice | null = null;
  /** A file that can be neither used nor moved is there, and is not ours to overwrite. */
  let isBlocked = false;
  let saved: T | null = null;
  let textInFile: string | null = null;
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;
  let isFollowing = false;
  let isFailureTold = false;

  async function load(): Promise<T> {
    try {
      const text = await readPatiently(path);
      const parsed = parts.parse(parseJson(text));
      if (parsed.ok) {
        textInFile = text;
        return parsed.value;
      }
      await giveUp(notices[parsed.error], parsed.error);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') await giveUp(notices.unreadable, codeOf(error));
    }
    return parts.byDefault;
  }

  async function giveUp(kind: Notice['kind'], reason: string): Promise<void> {
    if (!isFileNotice(kind)) {
      loss = { kind };
      log.warn(`${name} could not be used and is lost`, { reason });
      return;
    }
    try {
      loss = { kind, keptAs: await moveAside(path, parts.asideMark) };
      log.warn(`${name} could not be used and is kept aside`, { reason });
    } catch (error) {
      isBlocked = true;
      loss = { kind, keptAs: path };
      log.error(`${name} could not be used nor moved`, { reason, move: codeOf(error) });
    }
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (store === null) return;
    const value = partOf(store.getState());
    if (isBlocked && value !== saved) return tellFailure(store, 'blocked');
    try {
      if (value !== saved) await replace(value);
      retryMs = firstRetryMs;
      isFailureTold = false;
      removeNotice(store, notices.notSaved);
    } catch (error) {
      tellFailure(store, codeOf(error));
      if (isFollowing) timer ??= setTimeout(writeNow, retryMs);
      retryMs = Math.min(2 * retryMs, longestRetryMs);
    }
  }

  async function replace(value: T): Promise<void> {
    const text = parts.format(value);
    if (text !== textInFile) await writeAtomically(path, text);
    textInFile = text;
    saved = value;
  }

  function tellFailure(followed: AppStore, reason: string): void {
    if (isFailureTold) return;
    isFailureTold = true;
    log.error(`${name} could not be saved`, { reason });
    addNotice(followed, { kind: notices.notSaved });
  }

  /** One write after another, each with what is so when its turn comes. */
  function writeNow(): Promise<void> {
    writing = writing.then(write);
    return writing;
  }

  function follow(followed: AppStore): () => void {
    store = followed;
    saved = partOf(followed.getState());
    isFollowing = true;
    if (loss !== null) addNotice(followed, loss);
    const unsubscribe = followed.follow((state, before) => {
      if (partOf(state) === partOf(before)) return;
      if (!parts.isAtOnce) {
        timer ??= setTimeout(writeNow, writeAfterMs);
        return;
      }
      isFailureTold = false;
      void writeNow();
    });
    return () => {
      isFollowing = false;
      clearTimeout(timer);
      unsubscribe();
    };
  }

  return { load, follow, flush: writeNow };
}

const isFileNotice = (kind: Notice['kind']): kind is (typeof fileNoticeKinds)[number] =>
  fileNoticeKinds.some((one) => one === kind);

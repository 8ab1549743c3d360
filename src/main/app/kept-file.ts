import { unwatchFile, watchFile } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { FileNoticeKind, Notice } from '../../shared/app-view.ts';
import type { Log } from '../log/log.ts';
import type { AppState, AppStore } from '../state/store.ts';
import { codeOf, copyAside, moveAside, readPatiently, writeAtomically } from './atomic-file.ts';
import { carryOver } from './carry-over.ts';
import { type BadContent, examineFile, type FileFormat, type Usable } from './examine-file.ts';
import { addNotice, removeNotice } from './notices.ts';
import { isJsonObject, textOf } from './parse-json.ts';
import { sealed } from './seal.ts';

const writeAfterMs = 1_000;
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;
const lookEveryMs = 2_000;

export interface KeptFileParts<T> {
  readonly path: string;
  readonly log: Log;
  /** As the log calls it. */
  readonly name: string;
  readonly format: FileFormat<T>;
  /** How many spaces a level is indented by. */
  readonly indent: number;
  /** Where there is no file, and where there is one that is of no use. */
  readonly byDefault: T;
  readonly afterLoss: T;
  readonly partOf: (state: AppState) => T;
  /** What somebody else wrote while the app runs changes this; null goes on with what the app has. */
  readonly adopt: ((found: T, state: AppState) => Partial<AppState>) | null;
  /** Each change is written at once and its failure is news; else a storm is one write a second, and told once. */
  readonly isAtOnce: boolean;
  /** `broken` names it `settings.broken-….json`. */
  readonly asideMark: string;
  readonly notices: Readonly<
    Record<BadContent | 'unreadable' | 'edited' | 'partly' | 'notTaken', FileNoticeKind>
  > & {
    /** What a newer edition wrote of its own is carried on for it; null where it is given up. */
    readonly newerParts: 'settings-newer-parts' | null;
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
  const { path, log, name, partOf, notices, format } = parts;
  let store: AppStore | null = null;
  let news: Notice | null = null;
  /** A file that can be neither used nor moved is there, and is not ours to overwrite. */
  let isBlocked = false;
  /** What a newer edition wrote, to be carried on. */
  let newer: Usable<T> | null = null;
  /** The next run shall not tell the same again. */
  let isToBeWritten = false;
  let saved: T | null = null;
  let textInFile: string | null = null;
  /** Somebody else's, seen once: whoever writes it may not be done. */
  let strangeText: string | null = null;
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let strangeTimer: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;
  let isFollowing = false;
  let isFailureTold = false;

  async function load(): Promise<T> {
    let bytes: Buffer;
    try {
      bytes = await readPatiently(path);
    } catch (error) {
      return codeOf(error) === 'ENOENT' ? parts.byDefault : lose(notices.unreadable, codeOf(error));
    }
    const examined = examineFile(bytes, format);
    if (examined.kind === 'bad') return lose(notices[examined.reason], examined.reason);
    textInFile = textOf(bytes);
    if (examined.kind === 'newer' && notices.newerParts !== null) {
      newer = examined;
      news = { kind: notices.newerParts };
    } else if (examined.kind !== 'good') {
      isToBeWritten = true;
      await keepCopy(examined.kind === 'edited' ? 'edited' : 'partly', bytes);
    }
    return examined.value;
  }

  async function lose(kind: FileNoticeKind, reason: string): Promise<T> {
    await keepAside(kind, reason, () => moveAside(path, parts.asideMark));
    return parts.afterLoss;
  }

  const keepCopy = (kind: 'edited' | 'partly' | 'notTaken', bytes: Buffer): Promise<void> =>
    keepAside(notices[kind], kind, () => copyAside(path, parts.asideMark, bytes));

  /** `keep` says where the file is from now on. */
  async function keepAside(kind: FileNoticeKind, reason: string, keep: () => Promise<string>): Promise<void> {
    try {
      tell({ kind, keptAs: await keep() });
      log.warn(`${name} is not as it was written, and is kept aside`, { reason });
    } catch (error) {
      isBlocked = true;
      tell({ kind, keptAs: path });
      log.error(`${name} is not as it was written, nor can it be kept aside`, { reason, why: codeOf(error) });
    }
  }

  /** Of two of a kind, the later one says where the file is. */
  function tell(notice: Notice): void {
    news = notice;
    if (store === null) return;
    removeNotice(store, notice.kind);
    addNotice(store, notice);
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
    const text = textOfFile(value);
    if (text !== textInFile) {
      const strange = await strangeBytes();
      if (strange !== null) await keepCopy('notTaken', strange);
      await writeAtomically(path, text);
    }
    textInFile = text;
    saved = value;
  }

  function textOfFile(value: T): string {
    const json = format.toJson(value);
    const whole = newer === null ? json : carryOver(newer.file, newer.read, json);
    return `${JSON.stringify(sealed(isJsonObject(whole) ? whole : json), null, parts.indent)}\n`;
  }

  /** What the file holds, where that is neither what we read nor what we wrote. */
  async function strangeBytes(): Promise<Buffer | null> {
    const bytes = await readPatiently(path).catch(() => null);
    return bytes === null || textOf(bytes) === textInFile ? null : bytes;
  }

  /** Takes up what somebody else wrote, once it stays as it is; what cannot be taken up is kept aside. */
  async function look(): Promise<void> {
    const bytes = await strangeBytes();
    if (bytes === null || store === null || isBlocked) return;
    const text = textOf(bytes);
    if (text !== strangeText) {
      strangeText = text;
      clearTimeout(strangeTimer);
      strangeTimer = setTimeout(lookNow, writeAfterMs);
      return;
    }
    textInFile = text;
    const state = store.getState();
    const examined = examineFile(bytes, format);
    if (examined.kind === 'bad' || examined.kind === 'partly' || parts.adopt === null) {
      await keepCopy('notTaken', bytes);
      saved = null;
      void writeNow();
    } else if (!isDeepStrictEqual(examined.read, format.toJson(partOf(state)))) {
      await keepCopy('edited', bytes);
      store.setState(parts.adopt(examined.value, state));
    }
  }

  function tellFailure(followed: AppStore, reason: string): void {
    if (isFailureTold) return;
    isFailureTold = true;
    log.error(`${name} could not be saved`, { reason });
    addNotice(followed, { kind: notices.notSaved });
  }

  /** One after another, each with what is so when its turn comes. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    writing = writing.then(work);
    return writing;
  }
  const writeNow = (): Promise<void> => inTurn(write);
  const lookNow = (): void => void inTurn(look);

  function follow(followed: AppStore): () => void {
    store = followed;
    saved = isToBeWritten ? null : partOf(followed.getState());
    isFollowing = true;
    if (news !== null) addNotice(followed, news);
    if (isToBeWritten) void writeNow();
    watchFile(path, { interval: lookEveryMs, persistent: false }, lookNow);
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
      clearTimeout(strangeTimer);
      unwatchFile(path, lookNow);
      unsubscribe();
    };
  }

  return { load, follow, flush: writeNow };
}

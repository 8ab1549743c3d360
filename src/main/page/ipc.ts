import type Electron from 'electron';
import type { PushChannel, Pushes, RequestChannel, Requests } from '../../shared/bridge.ts';
import { fail } from '../../shared/result.ts';
import type { Log } from '../log/log.ts';
import { argumentsOf } from './arguments.ts';

/** What each channel does with its argument, which has been read by then. */
export type Handlers = {
  readonly [C in RequestChannel]: (
    argument: Requests[C]['argument'],
  ) => Requests[C]['reply'] | Promise<Requests[C]['reply']>;
};

export interface IpcParts {
  readonly ipcMain: Pick<Electron.IpcMain, 'handle' | 'removeHandler'>;
  readonly isOurPage: (frame: Electron.WebFrameMain | null) => boolean;
  readonly log: Log;
}

/**
 * Answers the page. A message from elsewhere, or one that is not of its channel's shape, gets an error and
 * touches nothing; an unexpected failure is logged and told as such, because thrown errors lose their type.
 */
export function answerRequests(answers: Handlers, { ipcMain, isOurPage, log }: IpcParts): () => void {
  function handle<C extends RequestChannel>(channel: C): void {
    ipcMain.handle(channel, async (event, ...rest: unknown[]) => {
      if (!isOurPage(event.senderFrame) || rest.length !== 1) return fail({ kind: 'invalid-request' });
      const parsed = argumentsOf[channel].safeParse(rest[0]);
      if (!parsed.success) {
        log.warn('request refused', { channel });
        return fail({ kind: 'invalid-request' });
      }
      try {
        return await answers[channel](parsed.data);
      } catch (error) {
        log.error('request failed', { channel, error: String(error) });
        return fail({ kind: 'internal' });
      }
    });
  }
  const channels = Object.keys(argumentsOf) as RequestChannel[];
  for (const channel of channels) handle(channel);
  return () => {
    for (const channel of channels) ipcMain.removeHandler(channel);
  };
}

/** Sends to a page that may be gone by now. */
export function sendPush<C extends PushChannel>(
  contents: Pick<Electron.WebContents, 'send' | 'isDestroyed'>,
  channel: C,
  payload: Pushes[C],
): void {
  if (!contents.isDestroyed()) contents.send(channel, payload);
}

import { readFileSync } from 'node:fs';
import type { Problem } from '../../../../src/shared/problem.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import type { Result } from '../../../../src/shared/result.ts';
import { readingOf } from '../../../../src/watch/dialler/reading-of.ts';
import { type ParsedReply, parseReply, type ReplyContext } from '../../../../src/watch/dialler/reply.ts';
import { finish, inOneStep } from '../../../../src/watch/dialler/steps.ts';

const folder = new URL('../../../fixtures/replies/', import.meta.url);

/** The exact bytes a server sent, or would send by what is known of it. */
export const fixture = (name: string): Buffer => readFileSync(new URL(`${name}.body`, folder));

const nowWallMs = Date.UTC(2026, 2, 19, 12);

/** What the app makes of a body that came with HTTP 200 to a request for JSON, unless told otherwise. */
export const parse = (
  body: Uint8Array | string,
  answer: Partial<ReplyContext> = {},
): Result<ParsedReply<Reading>, Problem> =>
  finish(
    parseReply(
      Buffer.from(body),
      { status: 200, format: 'json', nowWallMs, ...answer },
      inOneStep(readingOf),
    ),
  );

export const success = (data: unknown): string => JSON.stringify({ result: 'success', data });

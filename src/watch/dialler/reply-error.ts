import { plainText } from '../../shared/plain-text.ts';
import type { Problem, ProblemKind } from '../../shared/problem.ts';
import { type Fields, fieldOf } from './fields.ts';

/** Longer than this it is no sentence for people. */
const maxMessageLength = 300;
/** Before what nobody sees is taken out. */
const farEnough = 4_000;

/**
 * Which case the dialler's own error is (docs/api.md §3.2), by its code if that is enough, else by its text.
 * `not-logged-in` is no error at all, but an agent without live state.
 */
export function problemOfError(fields: Fields): Problem | 'not-logged-in' {
  const code = codeOf(fields);
  const message = messageOf(fields);
  if (/agent not logged in/i.test(message)) return 'not-logged-in';
  const kind = kindOfCode(code, message) ?? kindOfMessage(message);
  if (kind === null) return withDetail('dialler-error', code || publicText(message));
  return withDetail(kind, kind === 'bad-request' ? code : '');
}

function kindOfCode(code: string, message: string): ProblemKind | null {
  if (code === '10001') return 'no-permission';
  if (/^1000[459]$/.test(code)) return 'not-this-api';
  if (code === '41004') return isAboutAnotherParameter(message) ? 'bad-request' : 'unknown-agent';
  return /^(?:1000[36]|4000[12]|410\d\d)$/.test(code) ? 'bad-request' : null;
}

const kindOfMessage = (message: string): ProblemKind | null =>
  messages.find(([pattern]) => pattern.test(message))?.[1] ?? null;

const messages: readonly (readonly [RegExp, ProblemKind])[] = [
  [/session[ _]user not defined/i, 'session-user-wanted'],
  [/invalid user ?name\/password|login incorrect|(?:user|password) not defined/i, 'wrong-credentials'],
  [/not have permission|permission denied|insufficient permission/i, 'no-permission'],
  [/command not found|only accepts xml or json/i, 'not-this-api'],
  [/agent not found|\buser\b.{0,40}does(?:n['’]?t| not) exist/i, 'unknown-agent'],
  [/missing (?:required )?parameter/i, 'bad-request'],
];

const isAboutAnotherParameter = (message: string): boolean => {
  const [, parameter] = /\bin (\w+)/i.exec(message) ?? [];
  return parameter !== undefined && !/^(?:user|agent|agent_user)$/i.test(parameter);
};

const codeOf = (fields: Fields): string => {
  const code = plainText(fieldOf(fields, 'code'), 17);
  return knownCodes.test(code) ? code : '';
};

const knownCodes = /^(?:1000[1-9]|1001[01]|101[01]\d|4000[12]|4100[1-6])$/;

function messageOf(fields: Fields): string {
  const texts = ['message', 'result', 'data']
    .map((name) => fieldOf(fields, name))
    .flatMap((value) => (typeof value === 'string' ? value.slice(0, farEnough) : []));
  const text = texts.find((value) => !/^(?:error|fail)?$/i.test(value.trim()));
  return plainText(text, 2 * maxMessageLength);
}

/** Of the some 370 texts that a dialler may send (docs/api.md §3.2), those that help and cannot hold a secret. */
const publicText = (message: string): string => knownTexts.find((text) => message.trim() === text) ?? '';

const knownTexts = ["ERROR: 'astguiclient.conf' file not found.", 'Mysql host is not set'];

const withDetail = (kind: ProblemKind, detail: string): Problem =>
  detail === '' ? { kind } : { kind, detail };

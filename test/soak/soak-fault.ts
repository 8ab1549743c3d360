import { between, integer, pick, type Random } from '../../src/simulator/random.ts';
import type { DiallerProblem } from './soak-dialler.ts';

/** One thing that goes wrong for a while. */
export type SoakFault =
  | { readonly kind: 'dialler'; readonly name: string; readonly problem: DiallerProblem }
  | { readonly kind: 'sleep'; readonly sleepMs: number }
  | { readonly kind: 'clock'; readonly jumpMs: number }
  | { readonly kind: 'password'; readonly keychain: 'works' | 'rejects' | 'forgets' | 'hangs' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'battery' }
  | { readonly kind: 'agent-deleted' }
  | { readonly kind: 'disk' };

const hourMs = 60 * 60_000;

type Make = (random: Random) => SoakFault;

const dialler =
  (name: string, problem: (random: Random) => DiallerProblem): Make =>
  (random) => ({ kind: 'dialler', name, problem: problem(random) });

/** JSON that is none of the API's, or of its shape and empty of sense. */
const wrongBodies = [
  '[]',
  'null',
  '{"ok":true}',
  '{"result":"success"}',
  '{"result":"success","data":[1,2,3]}',
  '{"result":"success","data":{"status":{"__proto__":{"polluted":1}}}}',
  `{"result":"success","data":${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
] as const;

const every: readonly Make[] = [
  dialler('timeout', () => ({ kind: 'timeout' })),
  dialler('refused', () => ({ kind: 'no-answer', code: 'ECONNREFUSED' })),
  dialler('no-name', () => ({ kind: 'no-answer', code: 'ENOTFOUND' })),
  dialler('certificate', () => ({ kind: 'no-answer', code: 'CERT_HAS_EXPIRED' })),
  dialler('reset', () => ({ kind: 'no-answer', code: 'ECONNRESET' })),
  dialler('reset-mid-body', () => ({ kind: 'reset-mid-body' })),
  dialler('latency', (random) => ({ kind: 'latency', ms: integer(random, 1_000, 30_000) })),
  dialler('html', () => ({ kind: 'html' })),
  dialler('5xx', (random) => ({ kind: 'status', status: pick(random, [500, 502, 503, 504]) })),
  dialler('proxy', () => ({ kind: 'status', status: 407 })),
  dialler('429', (random) => ({ kind: 'status', status: 429, retryAfterS: integer(random, 1, 120) })),
  dialler('redirect', () => ({ kind: 'redirect' })),
  dialler('wrong-shape', (random) => ({ kind: 'body', body: pick(random, wrongBodies) })),
  dialler('truncated', () => ({ kind: 'truncated' })),
  dialler('empty', () => ({ kind: 'body', body: '' })),
  dialler('huge', () => ({ kind: 'huge' })),
  dialler('warnings', () => ({ kind: 'warnings' })),
  (random) => ({ kind: 'sleep', sleepMs: between(random, hourMs / 6, 10 * hourMs) }),
  (random) => ({ kind: 'clock', jumpMs: pick(random, [-hourMs, hourMs]) }),
  (random) => ({ kind: 'password', keychain: pick(random, ['works', 'rejects', 'forgets', 'hangs']) }),
  () => ({ kind: 'lock' }),
  () => ({ kind: 'battery' }),
  () => ({ kind: 'agent-deleted' }),
  () => ({ kind: 'disk' }),
];

export const faultName = (fault: SoakFault): string => (fault.kind === 'dialler' ? fault.name : fault.kind);

/** Every kind once in a random order, then all of them again. */
export function createFaultBag(random: Random): () => SoakFault {
  let bag: Make[] = [];
  return () => {
    if (bag.length === 0) bag = [...every];
    const [make] = bag.splice(integer(random, 0, bag.length - 1), 1);
    if (make === undefined) throw new Error('The bag of faults is empty.');
    return make(random);
  };
}

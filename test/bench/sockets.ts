import { succeed } from '../../src/shared/result.ts';
import { systemClock as clock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { createRequestSlots, mostInFlight } from '../../src/watch/dialler/request-slots.ts';
import type { Http } from '../../src/watch/http.ts';
import { createWatch } from '../../src/watch/watch.ts';
import { createWatchStore } from '../../src/watch/watch-state.ts';
import { createStandInHttp } from '../fakes/stand-in-http.ts';
import { apiUser, password } from './account.ts';
import { p99, wait } from './figures.ts';
import { startDialler } from './fork.ts';

const agents = 60;
const intervalMs = 5_000;
const requestsPerSecond = 20;
const answersMs = [40, 1_000, 8_000];
/** As many requests were under way before they were held to the sockets there are. */
const before = 8;

export interface SocketFigures {
  readonly answerMs: number;
  readonly inFlight: number;
  readonly pollsPerMinute: number;
  readonly failedPerMinute: number;
  /** By how much an answer was later than the dialler made it: the time a request waited unsent, mostly. */
  readonly lateP99Ms: number | null;
}

/** The engine over the stand-in's six sockets, with as many requests under way as now and as before, side by side. */
export async function measureSockets(seconds: number): Promise<readonly SocketFigures[]> {
  const runs = answersMs.flatMap((answerMs) =>
    [mostInFlight, before].map((inFlight) => measure({ answerMs, inFlight, seconds })),
  );
  return Promise.all(runs);
}

interface Run {
  readonly answerMs: number;
  readonly inFlight: number;
  readonly seconds: number;
}

async function measure({ answerMs, inFlight, seconds }: Run): Promise<SocketFigures> {
  const { child, url, users } = await startDialler(agents, answerMs);
  const { http, session } = createStandInHttp();
  let latesMs: number[] = [];
  let polls = 0;
  let failed = 0;
  const timed: Http = async (request) => {
    const sentMs = clock.nowMs();
    const response = await http(request);
    latesMs.push(clock.nowMs() - sentMs - answerMs);
    return response;
  };
  const account = { baseUrl: url, apiUser, method: 'post', format: 'json' } as const;
  const client = createDiallerClient({ http: timed, slots: createRequestSlots(inFlight) });
  const { monitor } = createWatch({
    store: createWatchStore(),
    clock,
    client: {
      ...client,
      getLiveAgentInfo: async (request) => {
        const answer = await client.getLiveAgentInfo(request);
        if (answer === 'aborted') return answer;
        polls += 1;
        if (!answer.ok) failed += 1;
        return answer;
      },
    },
    access: async () => succeed({ account, password }),
    interpret: (reading) => ({ reading, unknownStatus: null }),
    onWarnings: () => undefined,
    onUpdate: () => undefined,
    maxInFlight: inFlight,
  });
  monitor.watch(users, { intervalMs, requestsPerSecond });
  monitor.start();
  // The intervals are stretched once it is known how late the dialler answers.
  await wait(3 * (answerMs / 1_000) + 6);
  [latesMs, polls, failed] = [[], 0, 0];
  await wait(seconds);
  const perMinute = (count: number): number => Math.round((count * 60) / seconds);
  const lateP99Ms = p99(latesMs);
  const figures = {
    answerMs,
    inFlight,
    pollsPerMinute: perMinute(polls - failed),
    failedPerMinute: perMinute(failed),
    lateP99Ms: lateP99Ms === null ? null : Math.round(lateP99Ms),
  };
  monitor.stop({ kind: 'idle' });
  await session.closeAllConnections();
  child.disconnect();
  return figures;
}

import { createWords } from '../../../src/main/app/words.ts';
import { assemble } from '../../../src/main/assemble.ts';
import { createAppStore } from '../../../src/main/state/store.ts';
import type { AccountDraft } from '../../../src/shared/account.ts';
import type { Alert } from '../../../src/shared/alert.ts';
import type { Change } from '../../../src/shared/change.ts';
import { createFloor } from '../../../src/simulator/floor.ts';
import { createDiallerClient, type DiallerClient } from '../../../src/watch/dialler/client.ts';
import type { Http } from '../../../src/watch/http.ts';
import { nodeHttp } from '../../fakes/node-http.ts';
import { createFakePower, plainEdges } from '../../fakes/plain-edges.ts';
import { createQuietLog } from '../../fakes/quiet-log.ts';
import { type Certificate, requestIdHeader, startFaultServer } from './fault-server.ts';
import { createNetworkTime } from './network-time.ts';

/** A Tuesday, in the morning. */
const startWallMs = Date.UTC(2026, 10, 24, 9);
export const intervalMs = 5_000;
export const credentials = { apiUser: 'floor.api', password: 'Secret1' } as const;
/** Ana is on a call all along; the others are ready, and will be. */
export const agentUsers = ['ana.ruiz', 'ben.cole', 'Eva.Luna'] as const;
export const [ana, ben, eva] = agentUsers;
export const onCall = (leadId: number) => ({
  status: 'IN CALL',
  lead_id: leadId,
  in_call_with: `1555010${1000 + leadId}`,
  campaign_name: 'Spring offer',
});

export interface StageOptions extends Partial<Pick<AccountDraft, 'method' | 'format'>> {
  readonly certificate?: Certificate;
  /** What requests travel by; Node's own network stack unless said otherwise. */
  readonly http?: Http;
}

/** The app without its desktop, before a dialler that can go wrong in every way. */
export async function setStage(options: StageOptions = {}) {
  const { certificate, method = 'post', format = 'json', http = nodeHttp } = options;
  const time = createNetworkTime(startWallMs);
  const { clock } = time;
  const floor = createFloor({ seed: 1, agentCount: 0 });
  floor.set(ana, onCall(7));
  floor.set(ben, { status: 'READY' });
  floor.set(eva, { status: 'READY' });
  const server = await startFaultServer({
    floor,
    ...credentials,
    nowMs: clock.nowMs,
    wallMs: () => startWallMs + clock.nowMs(),
    ...(certificate === undefined ? {} : { certificate }),
  });
  let wire = http;
  let isSilent = false;
  time.heldBy((id) => isSilent || server.held.has(id));

  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);

  const store = createAppStore();
  const log = createQuietLog();
  const changes: Change[] = [];
  const told: Alert[] = [];
  const shown: string[] = [];
  const healths: string[] = [];
  /** When each agent was last read well. */
  const heardMs = new Map<string, number>();
  let lastAlertId = 0;
  let agentsLost = 0;
  store.follow((state, before) => {
    if (state.health !== before.health) healths.push(state.health.kind);
    for (const alert of state.inbox) {
      if (alert.id <= lastAlertId) continue;
      lastAlertId = alert.id;
      told.push(alert);
    }
    if (state.agents !== before.agents) {
      agentsLost += [...state.agents.values()].filter(({ user, reading }) => {
        const known = before.agents.get(user);
        return known?.reading.family !== 'offline' && known !== undefined && reading.family === 'offline';
      }).length;
    }
  });

  const client = createDiallerClient({
    http: (request) =>
      wire({ ...request, headers: { ...request.headers, [requestIdHeader]: time.requestId() } }),
    wallMs: clock.wallMs,
  });
  const powerMonitor = createFakePower();
  const app = assemble({
    ...plainEdges({
      clock,
      client: noting(time.followClient(client), (user) => heardMs.set(user, clock.nowMs())),
      log,
      // The longest waits the back-off allows.
      random: () => 1,
      createNotifier: () => ({
        show: ({ title }) => {
          shown.push(title);
          return { close: () => undefined };
        },
      }),
      powerMonitor,
    }),
    store,
    onUpdate: (update) => changes.push(...update.changes),
  });

  return {
    time,
    floor,
    server,
    store,
    words: createWords(),
    /** What the page can ask for. */
    answers: app.answers,
    /** What the machine says of sleep, lock and battery. */
    power: (event: string) => powerMonitor.emit(event),
    log,
    changes,
    told,
    shown,
    healths,
    heardMs,
    uncaught,
    /** How often somebody who was known to be there was put down as offline. */
    agentsLost: () => agentsLost,
    health: () => store.getState().health,
    agent: (user: string) => store.getState().agents.get(user),
    /** What requests travel by from now on; as at first without it. */
    reroute: (by: Http = http): void => {
      wire = by;
    },
    /** Whether the server says nothing at all, not even in TLS. */
    silence: (isSo: boolean): void => {
      isSilent = isSo;
    },
    pass: (ms: number) => time.runUntil(clock.wallMs() + ms),
    connect: () =>
      app.answers.connectAccount({
        draft: { server: server.url, ...credentials, agentUsers, method, format, intervalMs },
      }),
    [Symbol.asyncDispose]: async (): Promise<void> => {
      await app.stop();
      await server.stop();
      time[Symbol.dispose]();
      process.off('unhandledRejection', note);
      process.off('uncaughtException', note);
    },
  };
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** The same client; who was read well is noted. */
const noting = (client: DiallerClient, note: (agentUser: string) => void): DiallerClient => ({
  ...client,
  getLiveAgentInfo: async (request) => {
    const answer = await client.getLiveAgentInfo(request);
    if (answer !== 'aborted' && answer.ok) note(request.agentUser);
    return answer;
  },
});

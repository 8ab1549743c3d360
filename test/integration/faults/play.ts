import { expect, type TestContext } from 'vitest';
import { type Cure, type FaultRow, record, seconds, type Taken } from './row.ts';
import { allThatShows, bannerNow, bannerOf, healthLine, rowNow, tooltipNow } from './sentence.ts';
import { agentUsers, ana, ben, credentials, eva, intervalMs, onCall, type Stage, setStage } from './stage.ts';

/** Longer than it takes to call a state old, and to look for such. */
const usualMs = 25_000;
const timeoutMs = 12_000;
/** Longer than any back-off after so short a fault. */
const patienceMs = 2 * 60_000;
const stepMs = 100;

/**
 * One fault in the middle of a shift: before it all is well, during it Ben gets a call, after it Eva does.
 * What has to hold whatever the fault is, is held here.
 */
export async function playRow(context: TestContext, area: string, row: FaultRow): Promise<void> {
  await using stage = await setStage(row.stage);
  expect(await stage.connect()).toMatchObject({ ok: true });
  await stage.pass(12_000);
  expect(stage.health().kind).toBe('ok');
  expect(agentUsers.map((user) => rowNow(stage, user))).toEqual(['IN CALL', 'READY', 'READY']);

  const { length: askedBefore } = stage.server.requests;
  const cure = await row.begin(stage);
  const callMs = row.callMs ?? 2 * intervalMs;
  await stage.pass((row.lastsMs ?? usualMs) - callMs);
  stage.floor.set(ben, onCall(8));
  await stage.pass(callMs);
  if (row.taken.as === 'refusal') {
    expect(stage.server.requests).toHaveLength(askedBefore + questionsUntilRefused(row.taken));
  }
  const sees = await takes[row.taken.as](stage, row);
  row.meanwhile?.(stage);
  expectNothingStrange(stage);
  const recovery = await recover(stage, row, cure);

  stage.floor.set(eva, onCall(9));
  await stage.pass(2 * intervalMs);
  expectNothingLost(stage, row.taken);
  record(context, { area, row: row.row, sees, recovery });
}

/** It worked a moment ago, so it is confirmed once; of what could be one agent's trouble all are asked first. */
const questionsUntilRefused = (taken: Taken): number =>
  taken.as !== 'refusal' ? 0 : 1 + (taken.problem.kind === 'no-permission' ? agentUsers.length : 1);

type Take<As extends Taken['as']> = Extract<Taken, { readonly as: As }>;

const takes: Readonly<Record<Taken['as'], (stage: Stage, row: FaultRow) => Promise<string>>> = {
  connection: async (stage, { taken }) => {
    const { problem } = taken as Take<'connection'>;
    await untilBetweenRequests(stage);
    expect(stage.health()).toMatchObject({ kind: 'failing', problem });
    const sees = bannerOf(stage, problem);
    expect(bannerNow(stage)).toBe(sees);
    expect(tooltipNow(stage)).toMatch(/not monitoring/i);
    // What is known stays, and says how old it is.
    expect(agentUsers.map((user) => stage.agent(user)?.reading.status)).toEqual([
      'IN CALL',
      'READY',
      'READY',
    ]);
    for (const user of agentUsers) expect(stage.agent(user)?.staleSinceMs).not.toBeNull();
    expect(stage.told).toEqual([]);
    return sees;
  },
  agent: async (stage, { taken }) => {
    const { problem } = taken as Take<'agent'>;
    expect(stage.healths.slice(stage.healths.indexOf('ok'))).toEqual(['ok']);
    expect(stage.agent(ben)?.problem).toBe(problem);
    expect(stage.agent(ben)?.reading.status).toBe('READY');
    expect([ana, eva].map((user) => rowNow(stage, user))).toEqual(['IN CALL', 'READY']);
    for (const user of [ana, eva]) expect(stage.agent(user)?.staleSinceMs).toBeNull();
    return rowNow(stage, ben);
  },
  refusal: async (stage, { taken }) => {
    const { problem } = taken as Take<'refusal'>;
    expect(stage.health()).toEqual({ kind: 'stopped', problem });
    await expectNothingAsked(stage);
    expect(stage.told.map(({ topic }) => topic)).toEqual(['refused']);
    expect(stage.shown).toHaveLength(1);
    const sees = bannerOf(stage, problem);
    expect(bannerNow(stage)).toBe(sees);
    return sees;
  },
  answer: async (stage, { taken }) => {
    const { status } = taken as Take<'answer'>;
    expect(stage.healths.slice(stage.healths.indexOf('ok'))).toEqual(['ok']);
    expect(rowNow(stage, ana)).toBe(status);
    expect(stage.agent(ana)?.reading.family).toBe('in-call');
    for (const user of agentUsers) {
      expect(stage.agent(user)).toMatchObject({ staleSinceMs: null, problem: null });
    }
    expect(linesOf(stage)).toEqual([`${ben} in time`]);
    return status === 'IN CALL' ? healthLine(stage) : status;
  },
  'logged out': async (stage, { taken }) => {
    const { status } = taken as Take<'logged out'>;
    expect(stage.healths.slice(stage.healths.indexOf('ok'))).toEqual(['ok']);
    expect(stage.changes.filter(({ agentUser }) => agentUser === ana).map(({ kind }) => kind)).toEqual([
      'call-ended',
      'went-offline',
    ]);
    expect(stage.agent(ana)).toMatchObject({ staleSinceMs: null, problem: null });
    expect(rowNow(stage, ana)).toBe(status);
    return status;
  },
};

/** So that the fault ends while nothing hangs, and it is known when the next request is due. */
async function untilBetweenRequests(stage: Stage): Promise<void> {
  const limitMs = stage.time.clock.nowMs() + 10 * timeoutMs;
  while (stage.health().kind !== 'failing' || stage.time.underWay() > 0) {
    if (stage.time.clock.nowMs() > limitMs) throw new Error('It never failed, or always hangs.');
    await stage.pass(stepMs);
  }
}

/** Neither the user nor the machine brings a refused password back to the dialler. */
async function expectNothingAsked(stage: Stage): Promise<void> {
  const { length } = stage.server.requests;
  await stage.answers.refresh({});
  await stage.answers.setPaused({ isPaused: true });
  await stage.answers.setPaused({ isPaused: false });
  for (const event of ['lock-screen', 'unlock-screen', 'suspend', 'resume']) stage.power(event);
  await stage.pass(10 * 60_000);
  expect(stage.server.requests).toHaveLength(length);
}

async function recover(stage: Stage, { taken, password }: FaultRow, cure: Cure): Promise<string> {
  const curedMs = stage.time.clock.nowMs();
  const health = stage.health();
  stage.heardMs.clear();
  await cure();
  if (taken.as === 'refusal') {
    expect(await stage.answers.signIn({ password: password ?? credentials.password })).toMatchObject({
      ok: true,
    });
  }
  while (!agentUsers.every((user) => stage.heardMs.has(user))) {
    if (stage.time.clock.nowMs() > curedMs + patienceMs) throw new Error('Somebody is not read again.');
    await stage.pass(stepMs);
  }
  const tookMs = Math.max(...agentUsers.map((user) => stage.heardMs.get(user) ?? 0)) - curedMs;
  expect(stage.health().kind).toBe('ok');
  for (const user of agentUsers) {
    expect(stage.agent(user)).toMatchObject({ phase: 'known', staleSinceMs: null, problem: null });
  }
  switch (taken.as) {
    case 'connection': {
      const waitMs = health.kind === 'failing' ? health.retryAtMs - curedMs : 0;
      expect(tookMs).toBeLessThanOrEqual(waitMs + intervalMs);
      return `${seconds(tookMs)}, of which back-off ${seconds(waitMs)}`;
    }
    case 'agent': {
      // Its waits double from two intervals on: in so short a time none is longer than four.
      expect(tookMs).toBeLessThanOrEqual(4 * intervalMs + intervalMs);
      return `${seconds(tookMs)}, for this agent alone`;
    }
    case 'refusal':
      expect(tookMs).toBeLessThanOrEqual(intervalMs);
      return `${seconds(tookMs)} after signing in`;
    default:
      // A slow answer may still be under way.
      expect(tookMs).toBeLessThanOrEqual(1.5 * intervalMs + timeoutMs);
      return taken.as === 'answer' ? 'nothing to recover from' : `${seconds(tookMs)}, with the next answer`;
  }
}

/** Nothing that a page or a panel would stumble over, and nothing secret. */
function expectNothingStrange(stage: Stage): void {
  for (const text of allThatShows(stage)) expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
  for (const text of [...allThatShows(stage), ...stage.shown, ...stage.log.lines]) {
    expect(text).not.toContain(credentials.password);
    expect(text.length).toBeLessThan(500);
  }
}

function expectNothingLost(stage: Stage, taken: Taken): void {
  const isLate = taken.as !== 'answer' && taken.as !== 'logged out';
  const isAnaBack = taken.as === 'logged out';
  expect(linesOf(stage).toSorted()).toEqual(
    [
      `${ben} ${isLate ? 'late' : 'in time'}`,
      `${eva} in time`,
      ...(isAnaBack ? [`${ana} in time`] : []),
    ].sort(),
  );
  expect(stage.agentsLost()).toBe(isAnaBack ? 1 : 0);
  expect(stage.changes.filter(({ kind }) => kind === 'went-offline')).toHaveLength(isAnaBack ? 1 : 0);
  expect(stage.server.refusals()).toBeLessThanOrEqual(questionsUntilRefused(taken));
  expect(stage.uncaught).toEqual([]);
}

/** Whose calls the inbox tells of, in order. */
export const linesOf = ({ told }: Stage): readonly string[] =>
  told
    .filter(({ topic }) => topic === 'call-connected')
    .map(({ agentUser, isLate }) => `${agentUser} ${isLate ? 'late' : 'in time'}`);

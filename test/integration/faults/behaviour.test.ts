import { expect, test } from 'vitest';
import { broken, rerouted } from './misbehaviours.ts';
import { linesOf, playRow } from './play.ts';
import { type FaultRow, fails, goesWell, seconds, stops } from './row.ts';
import { bannerNow, healthLine, rowNow, tooltipNow } from './sentence.ts';
import { agentUsers, ben, credentials, intervalMs, onCall } from './stage.ts';
import { story, untilBack } from './story.ts';
import { askedOnceIn } from './wire.ts';

const hourMs = 3_600_000;

const jumps =
  (ms: number): FaultRow['begin'] =>
  ({ time }) => {
    time.jump(ms);
    return () => undefined;
  };

const rows: readonly FaultRow[] = [
  {
    row: 'password changed mid-shift',
    taken: stops('wrong-credentials'),
    begin: ({ server }) => {
      server.behave({ password: 'Another2' });
      return () => undefined;
    },
    password: 'Another2',
  },
  {
    row: 'account disabled',
    taken: stops('no-permission'),
    begin: ({ server }) => {
      server.behave({ isLowLevel: true });
      return () => server.behave({ isLowLevel: false });
    },
  },
  {
    row: 'account deleted',
    taken: stops('wrong-credentials'),
    begin: ({ server }) => {
      server.behave({ apiUser: 'somebody.else' });
      return () => server.behave({ apiUser: credentials.apiUser });
    },
  },
  { row: 'clock of the machine jumps +1 h', taken: goesWell, begin: jumps(hourMs) },
  { row: 'clock of the machine jumps −1 h', taken: goesWell, begin: jumps(-hourMs) },
  ...[-hourMs, hourMs].map(
    (offMs): FaultRow => ({
      row: `Retry-After a date, our clock ${offMs < 0 ? '−' : '+'}1 h off`,
      taken: fails('http-error', '503'),
      meanwhile: askedOnceIn(25_000),
      begin: ({ server, time }) => {
        time.jump(offMs);
        return server.misbehave(({ deliver }) => {
          const retryAfter = new Date(time.clock.wallMs() - offMs + 40_000).toUTCString();
          deliver({ kind: 'status', status: 503, retryAfter });
        });
      },
    }),
  ),
  {
    row: 'network gone',
    taken: fails('offline'),
    begin: rerouted(broken('ERR_INTERNET_DISCONNECTED')),
  },
  {
    row: 'network suspended',
    taken: fails('offline'),
    begin: rerouted(broken('ERR_NETWORK_IO_SUSPENDED')),
  },
  {
    row: 'another network, without the dialler',
    taken: fails('refused'),
    begin: rerouted(broken('ERR_ADDRESS_UNREACHABLE')),
  },
];

test.for(rows)('dialler behaviour: $row', async (row, context) => {
  await playRow(context, 'Dialler behaviour', row);
});

story('agent deleted, and there again', async (stage) => {
  const { floor, time } = stage;
  const comesBack = async (leadId: number, tryAgain?: () => unknown): Promise<number> => {
    floor.set(ben, onCall(leadId));
    const fromMs = time.clock.nowMs();
    await tryAgain?.();
    return untilBack(stage, fromMs, [ben]);
  };
  floor.remove(ben);
  await stage.pass(25_000);
  expect(stage.health().kind).toBe('ok');
  const sees = rowNow(stage, ben);
  expect(sees).toBe(stage.words.in('en')('agents.unknown'));
  expect(tooltipNow(stage)).toMatch(/^1 in call/);
  const tookMs = await comesBack(8);
  expect(tookMs).toBeLessThanOrEqual(4 * intervalMs + intervalMs);
  await stage.pass(intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`]);
  floor.remove(ben);
  await stage.pass(25_000);
  const triedMs = await comesBack(9, () => stage.answers.refresh({}));
  await stage.pass(intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`, `${ben} late`]);
  return { sees, recovery: `${seconds(tookMs)}, or ${seconds(triedMs)} after “Try again”` };
});

story('a good password refused once', async (stage) => {
  stage.server.behave({ password: 'Another2' });
  await stage.pass(2_000);
  expect(stage.server.refusals()).toBe(1);
  stage.server.behave({ password: credentials.password });
  const sees = healthLine(stage);
  const tookMs = await untilBack(stage, stage.time.clock.nowMs());
  await stage.pass(60_000);
  expect(stage.server.refusals()).toBe(1);
  expect(stage.healths.slice(stage.healths.indexOf('ok'))).toEqual(['ok']);
  expect(stage.told).toEqual([]);
  return { sees, recovery: `${seconds(tookMs)}, with the second question` };
});

story('password changed while answers are slow', async (stage) => {
  stage.server.misbehave(async ({ wait, deliver }) => {
    await wait(3_000);
    deliver(null);
  });
  await stage.pass(20_000);
  stage.server.behave({ password: 'Another2' });
  await stage.pass(60_000);
  expect(stage.health()).toEqual({ kind: 'stopped', problem: { kind: 'wrong-credentials' } });
  // What was under way when the first refusal came cannot be taken back; it is confirmed once, and that is all.
  const { refusals, requests } = stage.server;
  expect(refusals()).toBeLessThanOrEqual(agentUsers.length + 1);
  const { length } = requests;
  const mistyped = stage.answers.signIn({ password: 'Mistyped' });
  await stage.pass(10 * 60_000);
  expect(await mistyped).toMatchObject({ ok: false });
  expect(requests).toHaveLength(length + 1);
  expect(stage.told.filter(({ topic }) => topic === 'refused')).toHaveLength(1);
  const sees = bannerNow(stage) ?? '';
  const fromMs = stage.time.clock.nowMs();
  const signedIn = stage.answers.signIn({ password: 'Another2' });
  await stage.pass(4_000);
  expect(await signedIn).toMatchObject({ ok: true });
  return { sees, recovery: `${seconds(await untilBack(stage, fromMs))} after signing in` };
});

import { expect } from 'vitest';
import { nodeHttp } from '../../fakes/node-http.ts';
import { broken } from './misbehaviours.ts';
import { linesOf } from './play.ts';
import { seconds } from './row.ts';
import { bannerNow, healthLine, rowNow } from './sentence.ts';
import { agentUsers, ana, ben, eva, intervalMs, onCall } from './stage.ts';
import { story, untilBack } from './story.ts';

const hourMs = 3_600_000;

const sleepMs = 10 * hourMs;

story('sleep for 10 h that nobody announced', async (stage) => {
  stage.time.sleep(sleepMs);
  stage.floor.set(ben, onCall(8));
  const fromMs = stage.time.clock.nowMs();
  const tookMs = await untilBack(stage, fromMs);
  expect(tookMs).toBeLessThanOrEqual(1.5 * intervalMs);
  await stage.pass(intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`]);
  return { sees: healthLine(stage), recovery: `${seconds(tookMs)} after waking` };
});

story('sleep for 10 h, and a network that comes back 20 s later', async (stage) => {
  const { length } = stage.server.requests;
  stage.power('suspend');
  stage.time.sleep(sleepMs);
  stage.floor.set(ben, onCall(8));
  expect(stage.server.requests).toHaveLength(length);
  stage.reroute(broken('ERR_INTERNET_DISCONNECTED'));
  stage.power('resume');
  await stage.pass(20_000);
  const sees = bannerNow(stage) ?? '';
  const health = stage.health();
  const fromMs = stage.time.clock.nowMs();
  const waitMs = health.kind === 'failing' ? health.retryAtMs - fromMs : 0;
  stage.reroute();
  const tookMs = await untilBack(stage, fromMs);
  expect(tookMs).toBeLessThanOrEqual(waitMs + intervalMs);
  await stage.pass(intervalMs);
  expect(stage.told.map(({ topic }) => topic)).toEqual(['call-connected']);
  stage.floor.set(eva, onCall(9));
  await stage.pass(2 * intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`, `${eva} in time`]);
  return { sees, recovery: `${seconds(tookMs)}, of which back-off ${seconds(waitMs)}` };
});

story('going to sleep, announced and then called off without a word', async (stage) => {
  const fromMs = stage.time.clock.nowMs();
  stage.power('suspend');
  stage.floor.set(ben, onCall(8));
  await stage.pass(10_000);
  const sees = stage.words.in('en')('agents.health.connecting');
  expect(stage.health().kind).toBe('connecting');
  const tookMs = await untilBack(stage, fromMs);
  expect(tookMs).toBeLessThanOrEqual(35_000);
  await stage.pass(intervalMs);
  expect(linesOf(stage)).toEqual([`${ben} late`]);
  return { sees, recovery: `${seconds(tookMs)}, or at once when somebody opens the app` };
});

story('network changes under a request', async (stage) => {
  let isChanging = true;
  stage.reroute((request) => {
    if (!isChanging) return nodeHttp(request);
    isChanging = false;
    return broken('ERR_NETWORK_CHANGED')(request);
  });
  stage.floor.set(ben, onCall(8));
  const fromMs = stage.time.clock.nowMs();
  while (isChanging) await stage.pass(50);
  await stage.pass(1_000);
  const struck = agentUsers.find((user) => stage.agent(user)?.problem !== null);
  expect(struck).toBeDefined();
  const sees = rowNow(stage, struck ?? '');
  const tookMs = await untilBack(stage, fromMs);
  expect(tookMs).toBeLessThanOrEqual(intervalMs + 2 * intervalMs);
  await stage.pass(intervalMs);
  expect(stage.healths.slice(stage.healths.indexOf('ok'))).toEqual(['ok']);
  expect(linesOf(stage)).toHaveLength(1);
  return { sees, recovery: `${seconds(tookMs)}, for the agent asked about alone` };
});

story('the dialler restarts every minute for a quarter of an hour', async (stage) => {
  const { server, floor, time } = stage;
  const restarts = 15;
  const seen = new Set<string>();
  let longestMs = 0;
  for (let restart = 0; restart < restarts; restart += 1) {
    const beganMs = time.clock.nowMs();
    await server.pause();
    await stage.pass(4_000);
    floor.set(ben, onCall(100 + restart));
    await stage.pass(4_000);
    seen.add(bannerNow(stage) ?? '');
    const health = stage.health();
    expect(health).toMatchObject({ kind: 'failing', problem: { kind: 'refused' } });
    await server.resume();
    const fromMs = time.clock.nowMs();
    const waitMs = health.kind === 'failing' ? health.retryAtMs - fromMs : 0;
    const tookMs = await untilBack(stage, fromMs);
    expect(tookMs).toBeLessThanOrEqual(waitMs + intervalMs);
    longestMs = Math.max(longestMs, tookMs);
    await stage.pass(30_000);
    floor.set(ben, { status: 'READY' });
    await stage.pass(beganMs + 60_000 - time.clock.nowMs());
  }
  const calls = stage.changes.filter(({ kind }) => kind === 'call-connected');
  expect(calls.map(({ to }) => to.leadId)).toEqual(
    Array.from({ length: restarts }, (_, index) => `${100 + index}`),
  );
  expect(linesOf(stage)).toEqual(calls.map(() => `${ben} late`));
  expect(stage.told.filter(({ topic }) => topic === 'connection-problem')).toEqual([]);
  expect(stage.agent(ana)).toMatchObject({ reading: { status: 'IN CALL' }, staleSinceMs: null });
  expect(seen.size).toBe(1);
  return { sees: [...seen].join(), recovery: `${seconds(longestMs)} at most, ${restarts} times` };
});

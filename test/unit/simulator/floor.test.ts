import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyOf } from '../../../src/shared/family.ts';
import { createFloor, type Floor } from '../../../src/simulator/floor.ts';
import { type LiveInfo, liveInfo } from '../../../src/simulator/live-info.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

const snapshot = (floor: Floor, nowMs: number) =>
  floor.people().map(({ user }) => [user, floor.stateAt(user, nowMs)]);

describe('a seeded floor', () => {
  it('is the same for the same seed and instant, in whatever order it is asked', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.array(fc.integer({ min: 0, max: 2e12 }), { minLength: 1, maxLength: 8 }),
        (seed, instants) => {
          const asked = createFloor({ seed, agentCount: 3 });
          for (const nowMs of instants) {
            expect(snapshot(asked, nowMs)).toEqual(snapshot(createFloor({ seed, agentCount: 3 }), nowMs));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is another floor for another seed', () => {
    expect(snapshot(createFloor({ seed: 1, agentCount: 12 }), hourMs)).not.toEqual(
      snapshot(createFloor({ seed: 2, agentCount: 12 }), hourMs),
    );
  });

  it('does not let one agent move another', () => {
    const few = createFloor({ seed: 7, agentCount: 5 });
    const many = createFloor({ seed: 7, agentCount: 50 });
    for (const { user } of few.people()) {
      expect(many.stateAt(user, 2 * hourMs)).toEqual(few.stateAt(user, 2 * hourMs));
    }
  });

  it('begins at its start instant and stands still before it', () => {
    const early = createFloor({ seed: 3, agentCount: 6 });
    const late = createFloor({ seed: 3, agentCount: 6, startWallMs: 1e12 });
    expect(snapshot(late, 1e12 + hourMs)).toEqual(snapshot(early, hourMs));
    expect(snapshot(late, 0)).toEqual(snapshot(early, 0));
  });

  it('has a thousand different users whatever the case', () => {
    const users = createFloor({ seed: 5, agentCount: 1000 })
      .people()
      .map(({ user }) => user);
    expect(new Set(users.map((user) => user.toLowerCase())).size).toBe(1000);
    expect(users.every((user) => /^[A-Za-z]+\.[A-Za-z]+\d*$/.test(user))).toBe(true);
    expect(users.some((user) => /^[A-Z]/.test(user)) && users.some((user) => /^[a-z]/.test(user))).toBe(true);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))('opens with a mixed picture (seed %i)', (seed) => {
    const floor = createFloor({ seed, agentCount: 12 });
    const seen = floor.people().map(({ user }) => familyOf(floor.stateAt(user, 0)?.status ?? ''));
    expect(new Set(seen).size).toBeGreaterThanOrEqual(3);
    expect(seen).toContain('in-call');
  });
});

describe('eight hours of a seeded floor', () => {
  const floor = createFloor({ seed: 1, agentCount: 40 });
  const users = floor.people().map(({ user }) => user);
  const seconds = new Map<string, number>();
  const calls: { user: string; lengthMs: number; lead: number }[] = [];
  const seen = new Set<LiveInfo>();
  for (const user of users) {
    let lead = 0;
    let calledMs = 0;
    for (let nowMs = 0; nowMs < 8 * hourMs; nowMs += secondMs) {
      const info = floor.stateAt(user, nowMs);
      const status = info?.status ?? 'logged out';
      seconds.set(status, (seconds.get(status) ?? 0) + 1);
      if (info !== null) seen.add(info);
      const onLine = familyOf(status) === 'in-call' ? (info?.lead_id ?? 0) : 0;
      if (onLine !== lead && lead !== 0) calls.push({ user, lengthMs: nowMs - calledMs, lead });
      if (onLine !== lead) calledMs = nowMs;
      lead = onLine;
    }
  }
  const readings = [...seen];
  const share = (status: string): number => (seconds.get(status) ?? 0) / (users.length * 8 * 3600);

  it.each([
    'READY',
    'QUEUE',
    'IN CALL',
    'PARK',
    '3-WAY',
    'DEAD',
    'DISPOSITION',
    'PAUSE',
    'PAUSE - LOGIN',
    'PAUSE - BREAK',
    'PAUSE - LUNCH BREAK',
    'PAUSE - BATHROOM',
    'PAUSE - COACH',
    'PAUSE - LAGGED',
    'logged out',
  ])('has %s', (status) => {
    expect(share(status)).toBeGreaterThan(0);
  });

  it('spends time as a call centre does', () => {
    expect(share('IN CALL')).toBeGreaterThan(0.35);
    expect(share('IN CALL')).toBeLessThan(0.65);
    expect(share('READY')).toBeGreaterThan(0.15);
    expect(share('logged out')).toBeLessThan(0.15);
    expect(share('DEAD')).toBeLessThan(0.02);
  });

  it('gives everybody many calls, half of them shorter than about two and a half minutes', () => {
    expect(new Set(calls.map(({ user }) => user)).size).toBe(users.length);
    const lengths = calls.map(({ lengthMs }) => lengthMs).sort((a, b) => a - b);
    const medianMs = lengths[Math.floor(lengths.length / 2)];
    expect(medianMs).toBeGreaterThan(2 * minuteMs);
    expect(medianMs).toBeLessThan(3 * minuteMs);
    // At the demo's speed of 4, twelve agents then connect several calls a minute.
    const perAgentMinute = calls.length / users.length / (8 * 60);
    expect(perAgentMinute * 12 * 4).toBeGreaterThan(4);
  });

  it('never gives two calls the same lead', () => {
    const byUser = users.map((user) => calls.filter((call) => call.user === user).map(({ lead }) => lead));
    for (const leads of byUser) expect(new Set(leads).size).toBe(leads.length);
  });

  it('leaves the call fields empty but during a call and its outcome', () => {
    const during = ['in-call', 'ringing', 'dead', 'wrap-up'];
    const emptyWhile = (isEmpty: boolean) =>
      readings.filter((info) => during.includes(familyOf(info.status)) !== isEmpty);
    for (const info of emptyWhile(true)) {
      expect(info).toEqual(liveInfo({ status: info.status, conf_exten: info.conf_exten }));
    }
    expect(emptyWhile(false).every((info) => info.lead_id > 0 && info.campaign_name !== '')).toBe(true);
  });

  it('only has numbers that are kept for fiction', () => {
    const numbers = new Set(readings.flatMap((info) => [info.in_call_with, info.caller_id]));
    numbers.delete('');
    expect([...numbers].every((number) => /^155501\d{5}$/.test(number))).toBe(true);
  });

  it('has READY in primary and IN CALL in green', () => {
    const colours = new Map(readings.map((info) => [info.status, info.color]));
    expect([colours.get('READY'), colours.get('IN CALL')]).toEqual(['primary', 'green']);
  });
});

describe('an agent taken in hand', () => {
  it('stays as set, however much time goes by', () => {
    const floor = createFloor({ seed: 1, agentCount: 2 });
    const user = floor.people()[0]?.user ?? '';
    floor.set(user, { status: 'IN CALL', in_call_with: '15550100123', lead_id: 7 });
    for (const nowMs of [0, hourMs, 50 * hourMs, 1]) {
      expect(floor.stateAt(user, nowMs)).toMatchObject({
        status: 'IN CALL',
        color: 'green',
        in_call_with: '15550100123',
        lead_id: 7,
      });
    }
    floor.set(user, null);
    expect(floor.stateAt(user, hourMs)).toBeNull();
    expect(floor.find(user)).not.toBeNull();
  });

  it('can be new, and go again', () => {
    const floor = createFloor({ seed: 1, agentCount: 0 });
    floor.add('Example.User');
    floor.set('ana.ruiz', { status: 'READY' });
    expect(floor.people().map(({ user }) => user)).toEqual(['Example.User', 'ana.ruiz']);
    expect(floor.stateAt('Example.User', 0)).toBeNull();
    expect(floor.stateAt('ANA.RUIZ', 0)).toMatchObject({ status: 'READY', lead_id: 0, campaign_id: '' });
    floor.remove('ana.ruiz');
    expect(floor.find('ana.ruiz')).toBeNull();
    expect(floor.stateAt('ana.ruiz', 0)).toBeNull();
  });
});

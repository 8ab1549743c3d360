import { describe, expect, it } from 'vitest';
import { familyOf } from '../../../src/shared/family.ts';
import { createFloor } from '../../../src/simulator/floor.ts';
import { type LiveInfo, liveInfo } from '../../../src/simulator/live-info.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

describe('a seeded floor', () => {
  it('has a thousand different users whatever the case', () => {
    const users = createFloor({ seed: 5, agentCount: 1000 })
      .people()
      .map(({ user }) => user);
    expect(new Set(users.map((user) => user.toLowerCase())).size).toBe(1000);
    expect(users.every((user) => /^[A-Za-z]+\.[A-Za-z]+\d*$/.test(user))).toBe(true);
    expect(users.some((user) => /^[A-Z]/.test(user)) && users.some((user) => /^[a-z]/.test(user))).toBe(true);
  });

  it('opens with a mixed picture', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const floor = createFloor({ seed, agentCount: 12 });
      const seen = floor.people().map(({ user }) => familyOf(floor.stateAt(user, 0)?.status ?? ''));
      expect(new Set(seen).size).toBeGreaterThanOrEqual(3);
      expect(seen).toContain('in-call');
    }
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

  it('spends time as a call centre does, in all its states', () => {
    const calls = ['QUEUE', 'PARK', '3-WAY', 'DISPOSITION'];
    const pauses = ['LOGIN', 'BREAK', 'LUNCH BREAK', 'BATHROOM', 'COACH', 'LAGGED'].map(
      (why) => `PAUSE - ${why}`,
    );
    expect([...calls, 'PAUSE', ...pauses].filter((status) => share(status) === 0)).toEqual([]);
    expect(share('DEAD')).toBeGreaterThan(0);
    expect(share('logged out')).toBeGreaterThan(0);
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
});

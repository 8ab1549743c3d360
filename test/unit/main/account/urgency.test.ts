import { describe, expect, it } from 'vitest';
import { type UrgencyWorld, urgencyOf } from '../../../../src/main/account/urgency.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import type { AgentState } from '../../../../src/watch/agents.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';

const minuteMs = 60_000;
/** A Tuesday at noon. */
const wallMs = Date.UTC(2026, 10, 24, 12);

const urgency = (
  agent: AgentState,
  nowMs: number,
  settings: Partial<Settings> = {},
  limitMs: number | null = null,
) => {
  const world: UrgencyWorld = {
    nowMs,
    wallMs,
    settings: { ...defaultSettings, ...settings },
    meaningOf: (status) => ({ status, family: null, label: '', limitMs }),
  };
  return urgencyOf(agent, world);
};

const lunch = anAgent('ana', aReading('PAUSE - LUNCH'));
const dayOff = {
  ...defaultSettings.workingHours,
  isOn: true,
  days: { ...defaultSettings.workingHours.days, tue: null },
};

describe('how near to an event an agent is', () => {
  it.each([
    ['whose call may connect', aReading('READY'), 'high'],
    ['on the phone', aCall(), 'high'],
    ['choosing the outcome', aReading('DISPO'), 'high'],
    ['paused without a limit', aReading('PAUSE'), 'normal'],
    ['in a state nobody knows', aReading('COACHING'), 'normal'],
    ['logged out', aReading('OFFLINE'), 'low'],
  ])('%s', (_name, reading, expected) => {
    expect(urgency(anAgent('ana', reading), 2 * minuteMs)).toBe(expected);
  });

  it('is near for who has just changed', () => {
    expect(urgency(lunch, 10_000, {}, 30 * minuteMs)).toBe('high');
    const firstSeenSo = { ...lunch, since: { atMs: 0, atLeast: true } };
    expect(urgency(firstSeenSo, 10_000, {}, 30 * minuteMs)).toBe('low');
  });

  it('is far for a lunch that has just begun, and near again when its limit is', () => {
    expect(
      [1, 20, 27.5, 29.5, 31].map((minute) => urgency(lunch, minute * minuteMs, {}, 30 * minuteMs)),
    ).toEqual(['low', 'low', 'high', 'high', 'normal']);
  });

  it('is near shortly before a threshold', () => {
    expect([4.5, 5.5, 14.5].map((minute) => urgency(lunch, minute * minuteMs))).toEqual([
      'high',
      'normal',
      'high',
    ]);
  });

  it('is near for me, whatever I do, and far for everybody outside working hours', () => {
    const offline = anAgent('ana', aReading('OFFLINE'));
    expect(urgency(offline, 5 * minuteMs, { me: 'ana', workingHours: dayOff })).toBe('high');
    expect(urgency(offline, 5 * minuteMs, { pinned: ['ana'] })).toBe('high');
    expect(urgency(anAgent('ben', aCall()), 5 * minuteMs, { workingHours: dayOff })).toBe('low');
  });

  it('is near until the first answer', () => {
    expect(urgency(anAgent('ana', aReading('OFFLINE'), { phase: 'waiting', since: null }), 0)).toBe('high');
  });
});

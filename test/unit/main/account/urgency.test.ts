import { describe, expect, it } from 'vitest';
import { type PullWorld, pullOf } from '../../../../src/main/account/urgency.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import type { AgentState } from '../../../../src/watch/agents.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';

const minuteMs = 60_000;
/** A Tuesday at noon. */
const wallMs = Date.UTC(2026, 10, 24, 12);

const pull = (
  agent: AgentState,
  nowMs: number,
  settings: Partial<Settings> = {},
  limitMs: number | null = null,
) => {
  const world: PullWorld = {
    nowMs,
    wallMs,
    settings: { ...defaultSettings, ...settings },
    meaningOf: (status) => ({ status, family: null, label: '', limitMs }),
  };
  return pullOf(agent, world);
};

const lunch = anAgent('ana', aReading('PAUSE - LUNCH'));
const dayOff = {
  ...defaultSettings.workingHours,
  isOn: true,
  days: { ...defaultSettings.workingHours.days, tue: null },
};

describe('how near to an event an agent is', () => {
  it.each([
    ['whose call may connect', aReading('READY'), 'near'],
    ['on the phone', aCall(), 'near'],
    ['choosing the outcome', aReading('DISPO'), 'near'],
    ['paused without a limit', aReading('PAUSE'), 'plain'],
    ['in a state nobody knows', aReading('COACHING'), 'plain'],
    ['logged out', aReading('OFFLINE'), 'far'],
  ])('%s', (_name, reading, expected) => {
    expect(pull(anAgent('ana', reading), 2 * minuteMs)).toBe(expected);
  });

  it('is near for who has just changed', () => {
    expect(pull(lunch, 10_000, {}, 30 * minuteMs)).toBe('near');
  });

  it('is far for a lunch that has just begun, and near again when its limit is', () => {
    expect(
      [1, 20, 27.5, 29.5, 31].map((minute) => pull(lunch, minute * minuteMs, {}, 30 * minuteMs)),
    ).toEqual(['far', 'far', 'near', 'near', 'plain']);
  });

  it('is near shortly before a threshold', () => {
    expect([4.5, 5.5, 14.5].map((minute) => pull(lunch, minute * minuteMs))).toEqual([
      'near',
      'plain',
      'near',
    ]);
  });

  it('is near for me, whatever I do, and far for everybody outside working hours', () => {
    const offline = anAgent('ana', aReading('OFFLINE'));
    expect(pull(offline, 5 * minuteMs, { me: 'ana', workingHours: dayOff })).toBe('near');
    expect(pull(anAgent('ben', aCall()), 5 * minuteMs, { workingHours: dayOff })).toBe('far');
  });

  it('is near until the first answer', () => {
    expect(pull(anAgent('ana', aReading('OFFLINE'), { phase: 'waiting', since: null }), 0)).toBe('near');
  });
});

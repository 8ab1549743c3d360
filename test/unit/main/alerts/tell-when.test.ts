import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import type { TellEvent } from '../../../../src/shared/tell-when.ts';
import { defaultWorkingHours } from '../../../../src/shared/working-hours.ts';
import { createScene } from '../../../fakes/alert-scene.ts';
import { noonMs, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall } from '../../../fakes/builders.ts';

const asking = (event: TellEvent, more = {}) =>
  createScene({ ...defaultSettings, ...quietSettings, tellWhens: [{ agentUser: 'ana', event }], ...more }, [
    'ana',
    'ben',
  ]);

describe('what was asked for once', () => {
  it.each<[TellEvent, string, string, boolean]>([
    ['free', 'PAUSE', 'READY', true],
    ['free', 'IN CALL', 'DISPOSITION', false],
    ['back', 'PAUSE - BREAK', 'IN CALL', true],
    ['back', 'PAUSE - BREAK', 'PAUSE - LUNCH', false],
    ['call-ends', 'IN CALL', '', true],
    ['call-ends', 'IN CALL', 'PARK', false],
  ])('%s: from %s to %s comes: %s', (event, from, to, comes) => {
    const scene = asking(event);
    scene.play(['ana', from], 5_000);
    expect(scene.told()).toEqual([]);
    scene.says('ana', to);
    expect(scene.told().map((alert) => [alert.topic, alert.event, alert.isLate])).toEqual(
      comes ? [['tell-when', event, false]] : [],
    );
    expect(scene.settings().tellWhens).toHaveLength(comes ? 0 : 1);
  });

  it('disarms itself: it is told once however often it comes', () => {
    const scene = asking('free');
    for (const status of ['PAUSE', 'READY', 'PAUSE', 'READY']) {
      scene.play(['ana', status], 60_000);
    }
    expect(scene.topics()).toEqual(['tell-when']);
    expect(scene.decisions().filter(({ kind }) => kind === 'disarm')).toEqual([
      { kind: 'disarm', tellWhen: { agentUser: 'ana', event: 'free' } },
    ]);
  });

  it('the call ends also when the next one is there in the same answer', () => {
    const scene = asking('call-ends');
    scene.play(['ana', aCall()], 5_000, ['ana', aCall('102')]);
    expect(scene.topics()).toEqual(['tell-when']);
  });

  it('of one agent is not told of another', () => {
    const scene = asking('free');
    scene.says('ana', 'PAUSE');
    for (const status of ['PAUSE', 'READY']) scene.says('ben', status);
    expect(scene.told()).toEqual([]);
    expect(scene.settings().tellWhens).toHaveLength(1);
  });

  it('is late when it had come before the first answer, or in a gap', () => {
    const restarted = asking('free');
    restarted.says('ana', 'READY');
    expect(restarted.decisions()[0]).toMatchObject({ notify: 'in-summary', alert: { isLate: true } });
    const woken = asking('free');
    woken.play(['ana', 'PAUSE'], 5_000, ['ana', null], 600_000);
    expect(woken.told()).toEqual([]);
    woken.says('ana', 'READY', { afterGap: true });
    expect(woken.told()).toMatchObject([{ topic: 'tell-when', isLate: true }]);
    expect(woken.notifications()).toMatchObject([{ escalation: 'in-summary' }]);
  });

  it.each([
    [
      'passes working hours',
      { workingHours: { isOn: true, days: { ...defaultWorkingHours.days, tue: null } } },
      1,
    ],
    ['passes the mute of the agent', { mutedAgents: ['ana'] }, 1],
    ['does not pass the mute', { mutedUntilMs: noonMs + 60_000 }, 0],
  ])('%s', (_what, more, notifications) => {
    const scene = asking('free', more);
    for (const status of ['PAUSE', 'READY']) scene.says('ana', status);
    expect(scene.notifications()).toHaveLength(notifications);
    expect(scene.inbox()).toHaveLength(1);
    expect(scene.settings().tellWhens).toEqual([]);
  });
});

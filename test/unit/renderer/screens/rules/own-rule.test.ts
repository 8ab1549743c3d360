import { describe, expect, it } from 'vitest';
import { ruleShape } from '../../../../../src/main/settings/shapes.ts';
import {
  type KnownForRules,
  problemOf,
  startingPoints,
  startRule,
  whatOf,
  whomOf,
  withLevel,
  withWhat,
} from '../../../../../src/renderer/screens/rules/own-rule.ts';
import type { Escalation } from '../../../../../src/shared/rules.ts';

const known: KnownForRules = {
  agentUsers: ['ana', 'ben'],
  statuses: ['READY', 'ALMUERZO'],
  pauses: ['ALMUERZO'],
};
const nothingKnown: KnownForRules = { agentUsers: [], statuses: [], pauses: [] };
const none: Escalation = { row: null, icon: null, notify: null, sound: null };

describe('a starting point', () => {
  it.each(startingPoints.flatMap((point) => [[point, known] as const, [point, nothingKnown] as const]))(
    '%s is a rule that main takes and that can do something, knowing %o',
    (point, knowing) => {
      const rule = startRule(point, crypto.randomUUID(), knowing);
      expect(ruleShape.safeParse(rule).success).toBe(true);
      expect(problemOf(rule, { groups: [], me: null }, knowing.agentUsers)).toBeNull();
    },
  );
});

describe('another kind of what', () => {
  const about = startRule('call', 'r', known);

  it.each(['several', 'nobody-ready'] as const)('%s is about no single agent and colours no row', (kind) => {
    const rule = withWhat({ ...about, escalation: { ...none, row: 0, notify: 0 } }, whatOf(kind, known));
    expect(rule.whom).toEqual({ kind: 'everyone' });
    expect(rule.escalation).toEqual({ ...none, notify: 0 });
  });

  it('keeps a group', () => {
    const whom = { kind: 'group', groupId: 'g' } as const;
    expect(withWhat({ ...about, whom }, whatOf('several', known)).whom).toEqual(whom);
  });

  it.each(['in-family', 'in-status', 'change'] as const)('%s keeps whom and row', (kind) => {
    const rule = withWhat({ ...about, escalation: { ...none, row: 0 } }, whatOf(kind, known));
    expect(rule.whom).toEqual(about.whom);
    expect(rule.escalation.row).toBe(0);
  });
});

describe('another kind of whom', () => {
  const groups = [{ id: 'g', name: 'G', colour: 'blue' as const, agentUsers: [] }];
  it.each([
    ['everyone', known, groups, { kind: 'everyone' }],
    ['me', known, groups, { kind: 'me' }],
    ['group', known, groups, { kind: 'group', groupId: 'g' }],
    ['group', known, [], { kind: 'everyone' }],
    ['agent', known, groups, { kind: 'agent', agentUser: 'ana' }],
    ['agent', nothingKnown, groups, { kind: 'everyone' }],
  ] as const)('%s', (kind, knowing, there, whom) => {
    expect(whomOf(kind, knowing, there)).toEqual(whom);
  });
});

describe('a step taken up', () => {
  it.each([
    ['row', none, 0],
    ['notify', { ...none, icon: 30_000 }, 30_000],
    ['notify', { ...none, row: 90_000, icon: 30_000 }, 90_000],
    ['icon', { ...none, notify: 30_000 }, 0],
    ['sound', none, 60_000],
    ['sound', { ...none, notify: 120_000 }, 180_000],
  ] as const)('%s comes after those below it', (step, escalation, delayMs) => {
    expect(withLevel(escalation, step, true)).toEqual({ ...escalation, [step]: delayMs });
  });

  it('never comes later than main allows', () => {
    const escalation = withLevel({ ...none, notify: 12 * 60 * 60_000 }, 'sound', true);
    expect(ruleShape.safeParse({ ...startRule('call', 'r', known), escalation }).success).toBe(true);
  });

  it('is let go of again', () => {
    expect(withLevel({ ...none, icon: 0 }, 'icon', false)).toEqual(none);
  });
});

describe('what keeps a rule from doing anything', () => {
  const rule = startRule('several', 'r', known);
  const groups = [
    { id: 'full', name: 'Full', colour: 'blue' as const, agentUsers: ['ana'] },
    { id: 'empty', name: 'Empty', colour: 'blue' as const, agentUsers: [] },
  ];
  it.each([
    [{ kind: 'everyone' }, null],
    [{ kind: 'group', groupId: 'full' }, null],
    [{ kind: 'group', groupId: 'empty' }, 'empty-group'],
    [{ kind: 'group', groupId: 'gone' }, 'gone-group'],
    [{ kind: 'agent', agentUser: 'ana' }, null],
    [{ kind: 'agent', agentUser: 'zoe' }, 'not-watched'],
    [{ kind: 'me' }, 'no-me'],
  ] as const)('about %o: %s', (whom, problem) => {
    expect(problemOf({ ...rule, whom }, { groups, me: null }, known.agentUsers)).toBe(problem);
  });

  it('nothing once the app knows who I am', () => {
    expect(problemOf({ ...rule, whom: { kind: 'me' } }, { groups, me: 'ana' }, known.agentUsers)).toBeNull();
  });

  it('a ladder without a step', () => {
    expect(problemOf({ ...rule, escalation: none }, { groups, me: null }, [])).toBe('no-levels');
  });
});

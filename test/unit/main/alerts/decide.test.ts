import { describe, expect, it } from 'vitest';
import { decide } from '../../../../src/main/alerts/decide.ts';
import { summaryOf } from '../../../../src/main/alerts/summary.ts';
import { createWords } from '../../../../src/main/words.ts';
import { changeKinds } from '../../../../src/shared/change.ts';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { aCall, aChange, aReading } from '../../../fakes/builders.ts';

const words = createWords();
const t = words.in('en');
const everything = {
  'call-connected': true,
  'call-ended': true,
  'status-changed': true,
  'came-online': true,
  'went-offline': true,
};

describe('whether a change is worth a notification', () => {
  it('by default: a connected call is, the rest is switched off', () => {
    const told = changeKinds.filter(
      (kind) => decide(aChange(kind), defaultSettings.notify, t).kind === 'tell',
    );
    expect(told).toEqual(['call-connected']);
  });

  it.each(changeKinds)('%s is kept quiet with its reason when switched off', (kind) => {
    expect(decide(aChange(kind), { ...everything, [kind]: false }, t)).toEqual({
      kind: 'keep-quiet',
      reason: 'switched-off',
    });
  });

  it.each(changeKinds.filter((kind) => kind !== 'call-connected'))(
    '%s found after a gap is history',
    (kind) => {
      expect(decide(aChange(kind, { late: true }), everything, t)).toEqual({
        kind: 'keep-quiet',
        reason: 'found-after-a-gap',
      });
    },
  );

  it.each([
    ['READY', 'QUEUE'],
    ['QUEUE', 'READY'],
    ['DEAD', 'DISPOSITION'],
    ['READY', 'DEAD'],
  ])('a blip such as %s → %s is not', (from, to) => {
    const change = aChange('status-changed', { from: aReading(from), to: aReading(to) });
    expect(decide(change, everything, t)).toEqual({ kind: 'keep-quiet', reason: 'passing' });
  });

  it.each([
    ['QUEUE', 'PAUSE - BREAK'],
    ['DISPOSITION', 'READY'],
    ['READY', 'COACHING'],
  ])('what lasts, such as %s → %s, is', (from, to) => {
    const change = aChange('status-changed', { from: aReading(from), to: aReading(to) });
    expect(decide(change, everything, t).kind).toBe('tell');
  });

  it('a call that connected in a gap is still told, marked late', () => {
    const decision = decide(aChange('call-connected', { late: true }), everything, t);
    expect(decision).toMatchObject({ kind: 'tell', late: true });
    expect(decision.kind === 'tell' && decision.content.body).toContain('Seen late');
  });
});

describe('what a notification says', () => {
  const rows = [
    [
      'call-connected',
      aReading('READY'),
      aCall(),
      'Call connected: ana.ruiz',
      '•••0123 · Spring offer · DIALER',
    ],
    [
      'call-connected',
      aReading('READY'),
      aReading('IN CALL'),
      'Call connected: ana.ruiz',
      'No call details yet.',
    ],
    ['call-ended', aCall(), aReading('DISPOSITION'), 'Call ended: ana.ruiz', 'Now DISPOSITION'],
    [
      'status-changed',
      aReading('READY'),
      aReading('PAUSE - BREAK'),
      'ana.ruiz: PAUSE - BREAK',
      'Before: READY',
    ],
    ['came-online', noLiveState, aReading('READY'), 'ana.ruiz came online', 'Now READY'],
    ['went-offline', aReading('READY'), noLiveState, 'ana.ruiz went offline', 'Before: READY'],
  ] as const;

  it.each(rows)('%s: from %o', (kind, from, to, title, body) => {
    const decision = decide(aChange(kind, { from, to }), everything, t);
    expect(decision).toMatchObject({ kind: 'tell', content: { title, body, agentUser: 'ana.ruiz' } });
  });

  it('speaks Spanish', () => {
    const decision = decide(aChange('call-connected'), everything, words.in('es'));
    expect(decision).toMatchObject({ content: { title: 'Llamada conectada: ana.ruiz' } });
  });

  it.each(changeKinds)('%s never carries a whole number', (kind) => {
    const change = aChange(kind, { from: aCall(), to: aCall('102', { inCallWith: '34600111222' }) });
    expect(JSON.stringify(decide(change, everything, t))).not.toMatch(/15550100123|34600111222/);
  });
});

describe('a summary', () => {
  const contentOf = (agentUser: string, kind: 'call-connected' | 'call-ended' = 'call-connected') => ({
    kind,
    title: '',
    body: '',
    agentUser,
  });

  it('counts one kind and names who', () => {
    const users = ['ana', 'ben', 'cai', 'dev', 'eva', 'flo'];
    expect(
      summaryOf(
        users.map((user) => contentOf(user)),
        t,
      ),
    ).toMatchObject({
      title: '6 calls connected',
      body: 'ana, ben, cai, dev +2 more',
      agentUser: null,
    });
  });

  it('calls different kinds changes', () => {
    expect(summaryOf([contentOf('ana'), contentOf('ben', 'call-ended')], t).title).toBe('2 changes');
  });

  it('opens the agent when it is all about one', () => {
    expect(summaryOf([contentOf('ana', 'call-ended'), contentOf('ana')], t).agentUser).toBe('ana');
  });
});

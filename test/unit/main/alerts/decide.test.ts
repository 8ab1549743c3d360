import { describe, expect, it } from 'vitest';
import { contentOf as contentOfAlert } from '../../../../src/main/alerts/content.ts';
import type { Decided } from '../../../../src/main/alerts/decide.ts';
import { summaryOf } from '../../../../src/main/alerts/summary.ts';
import { createWords, type Translate } from '../../../../src/main/app/words.ts';
import { changeKinds } from '../../../../src/shared/change.ts';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { decideChange, reasonsIn, toldIn } from '../../../fakes/alert-world.ts';
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

const contentIn = ({ decisions }: Decided, translate: Translate = t) => {
  const [alert] = toldIn(decisions);
  return alert === undefined ? null : contentOfAlert(alert, translate, defaultSettings);
};

describe('whether a change is worth a notification', () => {
  it('by default: a connected call is, the rest is switched off', () => {
    const told = changeKinds.filter(
      (kind) => toldIn(decideChange(aChange(kind), defaultSettings.notify).decisions).length === 1,
    );
    expect(told).toEqual(['call-connected']);
  });

  it.each(changeKinds)('%s is kept quiet with its reason when switched off', (kind) => {
    const { decisions } = decideChange(aChange(kind), { ...everything, [kind]: false });
    expect(reasonsIn(decisions)).toEqual(['switched-off']);
    expect(toldIn(decisions)).toEqual([]);
  });

  it.each(changeKinds.filter((kind) => kind !== 'call-connected'))(
    '%s found after a gap is history',
    (kind) => {
      const { decisions } = decideChange(aChange(kind, { late: true }), everything);
      expect(reasonsIn(decisions)).toEqual(['found-after-a-gap']);
      expect(toldIn(decisions)).toEqual([]);
    },
  );

  it.each([
    ['READY', 'QUEUE'],
    ['QUEUE', 'READY'],
    ['DEAD', 'DISPOSITION'],
    ['READY', 'DEAD'],
  ])('a blip such as %s → %s is not', (from, to) => {
    const change = aChange('status-changed', { from: aReading(from), to: aReading(to) });
    const { decisions } = decideChange(change, everything);
    expect(reasonsIn(decisions)).toEqual(['passing']);
    expect(toldIn(decisions)).toEqual([]);
  });

  it.each([
    ['QUEUE', 'PAUSE - BREAK'],
    ['DISPOSITION', 'READY'],
    ['READY', 'COACHING'],
  ])('what lasts, such as %s → %s, is', (from, to) => {
    const change = aChange('status-changed', { from: aReading(from), to: aReading(to) });
    expect(toldIn(decideChange(change, everything).decisions)).toHaveLength(1);
  });

  it('a call that connected in a gap is still told, marked late', () => {
    const decided = decideChange(aChange('call-connected', { late: true }), everything);
    expect(decided.decisions).toMatchObject([
      { kind: 'tell', notify: 'in-summary', alert: { isLate: true } },
    ]);
    expect(contentIn(decided)?.body).toContain('Seen late');
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
    const content = contentIn(decideChange(aChange(kind, { from, to }), everything));
    expect(content).toMatchObject({ title, body, agentUser: 'ana.ruiz' });
  });

  it('speaks Spanish', () => {
    const content = contentIn(decideChange(aChange('call-connected'), everything), words.in('es'));
    expect(content).toMatchObject({ title: 'Llamada conectada: ana.ruiz' });
  });

  it.each(changeKinds)('%s never carries a whole number', (kind) => {
    const change = aChange(kind, { from: aCall(), to: aCall('102', { inCallWith: '34600111222' }) });
    const { decisions } = decideChange(change, everything);
    expect(toldIn(decisions)).toHaveLength(1);
    expect(JSON.stringify(decisions)).not.toMatch(/15550100123|34600111222/);
  });
});

describe('a summary', () => {
  const contentOf = (agentUser: string, topic: 'call-connected' | 'call-ended' = 'call-connected') => ({
    topic,
    title: '',
    body: '',
    agentUser,
    alertIds: [],
    isLate: false,
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

  it('calls different kinds alerts', () => {
    expect(summaryOf([contentOf('ana'), contentOf('ben', 'call-ended')], t).title).toBe('2 alerts');
  });

  it('opens the agent when it is all about one', () => {
    expect(summaryOf([contentOf('ana', 'call-ended'), contentOf('ana')], t).agentUser).toBe('ana');
  });
});

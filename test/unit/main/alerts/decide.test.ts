import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../../src/main/alerts/content.ts';
import type { Decided } from '../../../../src/main/alerts/decide.ts';
import { summaryOf } from '../../../../src/main/alerts/summary.ts';
import { createWords } from '../../../../src/main/app/words.ts';
import { changeKinds } from '../../../../src/shared/change.ts';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { tableOf } from '../../../../src/shared/tables.ts';
import {
  aRule,
  createDecider,
  decideChange,
  quietSettings,
  reasonsIn,
  toldIn,
} from '../../../fakes/alert-world.ts';
import { aCall, aChange, anAgent, aReading } from '../../../fakes/builders.ts';

const t = createWords().in('en');
const everything = tableOf(changeKinds, () => true);

/** How many were told, and why the others were not. */
const fateOf = ({ decisions }: Decided) => [toldIn(decisions).length, reasonsIn(decisions)];
const contentIn = ({ decisions }: Decided) => {
  const [alert] = toldIn(decisions);
  return alert === undefined ? null : contentOf(alert, t, defaultSettings);
};

describe('whether a change is worth a notification', () => {
  it.each(changeKinds)('%s is by default only when it is a connected call', (kind) => {
    const told = toldIn(decideChange(aChange(kind), defaultSettings.notify).decisions);
    expect(told).toHaveLength(kind === 'call-connected' ? 1 : 0);
  });

  it.each(changeKinds)('%s is kept quiet with its reason when switched off', (kind) => {
    expect(fateOf(decideChange(aChange(kind), { ...everything, [kind]: false }))).toEqual([
      0,
      ['switched-off'],
    ]);
  });

  it.each(changeKinds.filter((kind) => kind !== 'call-connected'))(
    '%s found after a gap is history',
    (kind) => {
      expect(fateOf(decideChange(aChange(kind, { late: true }), everything))).toEqual([
        0,
        ['found-after-a-gap'],
      ]);
    },
  );

  it.each([
    ['READY', 'QUEUE', false],
    ['QUEUE', 'READY', false],
    ['DEAD', 'DISPOSITION', false],
    ['READY', 'DEAD', false],
    ['QUEUE', 'PAUSE - BREAK', true],
    ['DISPOSITION', 'READY', true],
    ['READY', 'COACHING', true],
  ])('%s → %s is when it is more than a blip: %s', (from, to, lasts) => {
    const change = aChange('status-changed', { from: aReading(from), to: aReading(to) });
    expect(fateOf(decideChange(change, everything))).toEqual(lasts ? [1, []] : [0, ['passing']]);
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
  const ready = aReading('READY');
  const connected = 'Call connected: ana.ruiz';

  it.each([
    ['call-connected', ready, aCall(), connected, '•••0123 · Spring offer · DIALER'],
    ['call-connected', ready, aReading('IN CALL'), connected, 'No call details yet.'],
    ['call-ended', aCall(), aReading('DISPOSITION'), 'Call ended: ana.ruiz', 'Now DISPOSITION'],
    ['status-changed', ready, aReading('PAUSE - BREAK'), 'ana.ruiz: PAUSE - BREAK', 'Before: READY'],
    ['came-online', noLiveState, ready, 'ana.ruiz came online', 'Now READY'],
    ['went-offline', ready, noLiveState, 'ana.ruiz went offline', 'Before: READY'],
  ] as const)('%s: from %o', (kind, from, to, title, body) => {
    const content = contentIn(decideChange(aChange(kind, { from, to }), everything));
    expect(content).toMatchObject({ title, body, agentUser: 'ana.ruiz' });
  });
});

describe('a summary', () => {
  const about = (agentUser: string, topic: 'call-connected' | 'call-ended' = 'call-connected') => ({
    topic,
    title: '',
    body: '',
    agentUser,
    alertIds: [],
    isLate: false,
  });

  it.each([
    [
      'counts one kind and names who',
      ['ana', 'ben', 'cai', 'dev', 'eva', 'flo'].map((user) => about(user)),
      { title: '6 calls connected', body: 'ana, ben, cai, dev +2 more', agentUser: null },
    ],
    ['calls different kinds alerts', [about('ana'), about('ben', 'call-ended')], { title: '2 alerts' }],
    [
      'opens the agent when it is all about one',
      [about('ana', 'call-ended'), about('ana')],
      { agentUser: 'ana' },
    ],
  ])('%s', (_what, contents, expected) => {
    expect(summaryOf(contents, t)).toMatchObject(expected);
  });
});

it('the icon shows the worst first: alarms before warnings, and of these the oldest', () => {
  const escalation = { row: null, icon: 0, notify: null, sound: null };
  const rules = [
    aRule({ kind: 'in-family', family: 'paused', longerThanMs: 0 }, { id: 'warns', escalation }),
    aRule({ kind: 'in-family', family: 'dead', longerThanMs: 0 }, { severity: 'alarm', escalation }),
  ];
  const ofEach = [
    ['ana', 'PAUSED', 2_000],
    ['ben', 'DEAD', 4_000],
    ['cai', 'PAUSED', 1_000],
    ['dan', 'DEAD', 3_000],
  ] as const;
  const agents = ofEach.map(([user, status, atMs]) => {
    const since = { atMs, atLeast: false };
    return anAgent(user, aReading(status), { since, familySince: since });
  });
  const settings = { ...quietSettings, rules };
  const { memory } = createDecider().decide({ nowMs: 5_000, agents, settings });
  expect(memory.openConditions.icon.map(({ agentUser }) => agentUser)).toEqual(['dan', 'ben', 'cai', 'ana']);
});

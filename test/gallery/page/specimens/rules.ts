import type { OwnRule } from '../../../../src/shared/rules.ts';
import { aTeam, groups, people, preferring } from '../floor.ts';
import { inTurn, type Play, type Specimens } from '../specimen.ts';

const rule: OwnRule = {
  id: 'r1',
  isOn: true,
  whom: { kind: 'group', groupId: 'g1' },
  what: { kind: 'several', family: 'paused', count: 3 },
  holdMs: 30_000,
  severity: 'warning',
  escalation: { row: null, icon: 0, notify: 60_000, sound: 120_000 },
};

const rules: readonly OwnRule[] = [
  rule,
  { ...rule, id: 'r2', whom: { kind: 'everyone' }, what: { kind: 'nobody-ready', longerThanMs: 120_000 } },
  { ...rule, id: 'r3', whom: { kind: 'group', groupId: 'gone' }, isOn: false },
  {
    ...rule,
    id: 'r4',
    whom: { kind: 'agent', agentUser: people[1]?.user ?? '' },
    what: { kind: 'in-status', status: 'PAUSE - LUNCH BREAK', longerThanMs: 1_800_000 },
    severity: 'alarm',
    escalation: { row: 0, icon: null, notify: 0, sound: null },
  },
];

const view = { agents: aTeam(12) };
const filled = { ...view, ...preferring({ rules, groups }) };

const openTab =
  (tab: 'times' | 'own' | 'groups'): Play =>
  async ({ press }, t) => {
    await press(t('agents.settings'));
    await press(t('rules.title'));
    await press(t(`rules.tab.${tab}`));
  };

/** The first of those on the tab. */
const openFirst = (tab: 'own' | 'groups'): Play =>
  inTurn(openTab(tab), ({ press }, t) => press(t('rules.opens')));

export const rulesScreen: Specimens = {
  'rules-times': { caption: 'Time limits as they come.', view, play: openTab('times') },
  'rules-times-end': {
    caption: 'The end of the time limits.',
    view,
    play: inTurn(openTab('times'), ({ reach }, t) => reach(t('rules.nudges.noMe'))),
  },
  'rules-own-empty': { caption: 'No rules of one’s own.', view, play: openTab('own') },
  'rules-own': {
    caption: 'Own rules, one of them of a group that is gone.',
    view: filled,
    play: openTab('own'),
  },
  'rules-editor': {
    caption: 'A rule about a group.',
    view: filled,
    play: openFirst('own'),
  },
  'rules-editor-end': {
    caption: 'The same rule: what then.',
    view: filled,
    play: inTurn(openFirst('own'), ({ reach }, t) => reach(t('rules.edit.remove'))),
  },
  'rules-editor-gone': {
    caption: 'A rule whose group is gone.',
    view: { ...view, ...preferring({ rules: [{ ...rule, whom: { kind: 'group', groupId: 'gone' } }] }) },
    play: openFirst('own'),
  },
  'rules-groups-empty': { caption: 'No groups.', view, play: openTab('groups') },
  'rules-groups': {
    caption: 'Groups, one with a long name, one empty.',
    view: filled,
    play: openTab('groups'),
  },
  'rules-group-editor': {
    caption: 'A group and who is in it.',
    view: filled,
    play: openFirst('groups'),
  },
  'rules-group-none-found': {
    caption: 'A search in a group that finds nobody.',
    view: filled,
    play: inTurn(openFirst('groups'), ({ fill }, t) => fill(t('rules.groups.search'), 'zzz')),
  },
};

import { textOf } from '../../../../src/main/alerts/text.ts';
import { type Alert, quietReasons } from '../../../../src/shared/alert.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { people, wallMs } from '../floor.ts';
import { inTurn, type Play, type Specimen, type Specimens } from '../specimen.ts';

/** From the newest on, so many minutes ago. */
const alerts: readonly Alert[] = (
  [
    [1, { topic: 'overstay', family: 'dead', status: 'DEAD', durationMs: 62_000 }],
    [4, { topic: 'call-connected' }],
    [9, { topic: 'allowance-over', family: 'paused', status: 'PAUSE - LUNCH BREAK', durationMs: 1_860_000 }],
    [16, { topic: 'nobody-ready', agentUser: null, family: 'ready', durationMs: 125_000 }],
    [31, { topic: 'call-connected', quiet: 'short-calls', isRead: true }],
    [44, { topic: 'tell-when', event: 'free', family: 'ready', status: 'READY', isRead: true }],
    [58, { topic: 'several', agentUser: null, family: 'paused', count: 4, isRead: true }],
    [75, { topic: 'connection-problem', agentUser: null, family: null, problem: 'timeout', isRead: true }],
    [1_500, { topic: 'call-connected', isLate: true, isRead: true, quiet: 'muted' }],
  ] satisfies readonly (readonly [number, Partial<Alert>])[]
).map(([minutesAgo, part], index) =>
  anAlert(100 - index, {
    atMs: wallMs - minutesAgo * 60_000,
    agentUser: people[index]?.user ?? '',
    campaign: people[index]?.campaign.name ?? '',
    maskedNumber: `•••${4821 + index}`,
    ...part,
  }),
);

const full: NonNullable<Specimen['answers']> = (t) => ({
  listInbox: async () =>
    succeed({
      alerts: alerts.map((alert) => ({ ...alert, ...textOf(alert, t, { showsNumber: true }) })),
      keptQuiet: quietReasons.map((reason, index) => ({
        id: index,
        atMs: wallMs - index * 7 * 60_000,
        agentUser: people[index]?.user ?? null,
        title: `${t('alerts.kept.status-changed')} · PAUSE - LUNCH BREAK`,
        reason,
      })),
    }),
});

const openInbox: Play = ({ press }, t) => press(t('inbox.title'));

export const inbox: Specimens = {
  'inbox-empty': { caption: 'Nothing was told yet.', play: openInbox },
  'inbox-full': { caption: 'Read and unread, of many kinds.', answers: full, play: openInbox },
  'inbox-muted': {
    caption: 'The unread ones, while notifications are muted.',
    view: { alerts: { unread: 4, inboxRevision: 0, mutedUntilMs: wallMs + 47 * 60_000 } },
    answers: full,
    play: inTurn(openInbox, ({ press }, t) => press(t('inbox.filter-unreadCount', { count: 4 }))),
  },
  'inbox-kept-quiet': {
    caption: 'Every reason why there was no notification.',
    answers: full,
    play: inTurn(openInbox, ({ press }, t) => press(t('inbox.filter-quiet'))),
  },
  'inbox-nothing-kept-quiet': {
    caption: 'Nothing was kept quiet.',
    play: inTurn(openInbox, ({ press }, t) => press(t('inbox.filter-quiet'))),
  },
  'inbox-failing': {
    caption: 'Main could not answer.',
    answers: () => ({ listInbox: async () => fail({ kind: 'internal' }) }),
    play: openInbox,
  },
};

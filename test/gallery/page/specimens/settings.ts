import { succeed } from '../../../../src/shared/result.ts';
import { defaultWorkingHours } from '../../../../src/shared/working-hours.ts';
import { aTeam, people, preferring } from '../floor.ts';
import { inTurn, type Play, type Specimens } from '../specimen.ts';

const openSettings: Play = ({ press }, t) => press(t('agents.settings'));

const muted = people[1]?.user ?? '';

export const settings: Specimens = {
  'settings-top': { caption: 'As it opens.', play: openSettings },
  'settings-hours': {
    caption: 'Working hours, one of them over midnight, and a muted agent.',
    view: {
      agents: aTeam(4).map((agent) => ({ ...agent, isMuted: agent.user === muted })),
      ...preferring({
        workingHours: {
          isOn: true,
          days: { ...defaultWorkingHours.days, mon: { fromMin: 22 * 60, toMin: 6 * 60 } },
        },
      }),
    },
    play: inTurn(openSettings, ({ reach }, t) => reach(t('settings.unmuteAgent', { agent: muted }))),
  },
  'settings-notifications': {
    caption: 'A test notification was sent.',
    view: { platform: 'win32' },
    play: inTurn(
      openSettings,
      ({ press }, t) => press(t('settings.test')),
      ({ reach }, t) => reach(t('settings.check.windows-shortcut')),
    ),
  },
  'settings-passwords': {
    caption: 'Passwords of two accounts in the keychain.',
    view: { keychainEntries: ['tray@acme.croco-dial.net', 'floor@pbx.example.com:8443/dial'] },
    play: inTurn(openSettings, ({ reach }, t) => reach(t('settings.storedPasswordsHint'))),
  },
  'settings-crm': {
    caption: 'A link that cannot be saved.',
    play: inTurn(
      openSettings,
      ({ fill }, t) => fill(t('settings.crmTemplate'), 'http://{agent}'),
      ({ reach }, t) => reach(t('settings.crmHint')),
    ),
  },
  'settings-watching': {
    caption: 'What slows the watch: all of it on Windows and macOS. Linux tells of neither lock nor battery.',
    view: { platform: 'win32' },
    play: async (hand, t) => {
      await openSettings(hand, t);
      await hand.reach(t('settings.slow-battery'));
    },
  },
  'settings-load': {
    caption: 'What the dialler is asked, on the edge of the budget.',
    view: {
      agents: aTeam(60),
      watch: {
        isPaused: false,
        intervalMs: 5_000,
        effectiveIntervalMs: 6_000,
        slowestIntervalMs: 24_000,
        boundMs: 30_000,
        slowedBy: 'budget',
      },
    },
    answers: () => ({
      getLoad: async () => succeed({ requestsPerMinute: 1_198, errorsPerMinute: 3, p50Ms: 142, p95Ms: 890 }),
    }),
    play: inTurn(
      openSettings,
      ({ press }, t) => press(t('settings.loadShow')),
      ({ reach }, t) => reach(t('settings.slowedBy.budget', { most: 20 })),
    ),
  },
  'settings-account': {
    caption: 'The end: look, account, help. The password is kept for this run only, and a proxy has a login.',
    view: { secret: { kind: 'session', reason: 'missing' }, knownProxies: ['proxy.office.example:3128'] },
    play: inTurn(openSettings, ({ reach }, t) => reach(t('settings.version', { version: '0.1.0' }))),
  },
};

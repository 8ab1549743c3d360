import type { Dictionary } from '../../../../src/shared/dictionary.ts';
import { fail } from '../../../../src/shared/result.ts';
import { preferring } from '../floor.ts';
import { inTurn, type Play, type Specimens } from '../specimen.ts';

const meaning = { family: null, label: '', limitMs: null };

const dictionary: Dictionary = [
  { ...meaning, status: 'BAÑO' },
  { ...meaning, status: 'READY' },
  { ...meaning, status: 'PAUSE - LUNCH BREAK', limitMs: 1_800_000 },
  {
    ...meaning,
    status: 'PAUSE - TRAINING WITH THE NEW SCRIPT UNTIL THREE',
    label: 'Training with the new script',
    limitMs: 3_600_000,
  },
  ...['CHAT', 'DEAD', 'DISPOSITION', 'IN CALL', 'LAGGED', 'PAUSE - BREAK', 'QUEUE', 'RING'].map((status) => ({
    ...meaning,
    status,
  })),
];

const openStatuses: Play = async ({ press }, t) => {
  await press(t('agents.settings'));
  await press(t('statuses.title'));
};

export const statuses: Specimens = {
  'statuses-empty': { caption: 'No status was seen yet.', play: openStatuses },
  'statuses-full': {
    caption: 'Statuses, one not known yet.',
    view: preferring({ dictionary }),
    play: openStatuses,
  },
  'statuses-editor': {
    caption: 'What one status means.',
    view: preferring({ dictionary: dictionary.slice(0, 4) }),
    play: inTurn(openStatuses, ({ press }) => press('PAUSE - TRAINING')),
  },
  'statuses-import': {
    caption: 'An import that could not be read.',
    view: preferring({ dictionary: dictionary.slice(0, 4) }),
    answers: () => ({ importDictionary: async () => fail({ kind: 'bad-dictionary' }) }),
    play: inTurn(
      openStatuses,
      ({ press }, t) => press(t('statuses.openImport')),
      ({ fill }, t) => fill(t('statuses.importLabel'), '{ "half'),
      ({ press }, t) => press(t('statuses.import')),
    ),
  },
};

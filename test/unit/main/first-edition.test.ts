import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createInboxFile } from '../../../src/main/inbox/inbox-file.ts';
import { createSettingsFile } from '../../../src/main/settings/settings-file.ts';
import { importDictionary } from '../../../src/main/statuses/dictionary-text.ts';
import type { Alert } from '../../../src/shared/alert.ts';
import type { Settings } from '../../../src/shared/settings.ts';
import { createQuietLog } from '../../fakes/quiet-log.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';

/** The files in `fixtures` were written by the app's first edition, and must be good for ever. */
const fixtures = join(import.meta.dirname, '../../fixtures');

const dictionary = [
  { status: 'PAUSE - LUNCH', family: null, label: '', limitMs: 1_800_000 },
  { status: 'ESPERA', family: 'ready', label: 'En espera', limitMs: null },
  { status: 'PAUSE - COACH', family: 'paused', label: 'Coaching 🙂', limitMs: 43_200_000 },
] as const;

const settings: Settings = {
  accounts: [
    {
      id: 'api@acme.croco-dial.net',
      baseUrl: 'https://acme.croco-dial.net/goAPIv2',
      apiUser: 'api',
      method: 'get',
      format: 'xml',
      agentUsers: ['ana', 'Ben', 'zoe.q'],
    },
    {
      id: 'floor@pbx.example.com:8443/dial',
      baseUrl: 'https://pbx.example.com:8443/dial/goAPIv2',
      apiUser: 'floor',
      method: 'post',
      format: 'json',
      agentUsers: [],
    },
    {
      id: 'me@127.0.0.1:8080',
      baseUrl: 'http://127.0.0.1:8080/goAPIv2',
      apiUser: 'me',
      method: 'post',
      format: 'json',
      agentUsers: ['1001'],
    },
  ],
  activeAccountId: 'api@acme.croco-dial.net',
  intervalMs: 7_000,
  requestsPerSecond: 12,
  slowWhen: { locked: false, hidden: true, battery: false },
  notify: {
    'call-connected': false,
    'call-ended': true,
    'status-changed': true,
    'came-online': true,
    'went-offline': true,
  },
  theme: 'dark',
  language: 'es',
  thresholds: {
    paused: { warningMs: 240_000, alarmMs: 600_000, notifies: false },
    'wrap-up': { warningMs: null, alarmMs: 90_000, notifies: true },
    dead: { warningMs: 0, alarmMs: 15_000, notifies: true },
    'in-call': { warningMs: 900_000, alarmMs: null, notifies: false },
    ready: { warningMs: 120_000, alarmMs: 43_200_000, notifies: true },
  },
  limitWarningMs: 60_000,
  rules: [
    {
      id: 'r1',
      isOn: true,
      whom: { kind: 'everyone' },
      what: { kind: 'nobody-ready', longerThanMs: 60_000 },
      holdMs: 5_000,
      severity: 'alarm',
      escalation: { row: null, icon: 0, notify: 10_000, sound: 60_000 },
    },
    {
      id: 'r2',
      isOn: false,
      whom: { kind: 'me' },
      what: { kind: 'in-family', family: 'wrap-up', longerThanMs: 120_000 },
      holdMs: 0,
      severity: 'warning',
      escalation: { row: 0, icon: null, notify: null, sound: null },
    },
    {
      id: 'r3',
      isOn: true,
      whom: { kind: 'group', groupId: 'g1' },
      what: { kind: 'in-status', status: 'ESPERA', longerThanMs: 300_000 },
      holdMs: 1_000,
      severity: 'warning',
      escalation: { row: 0, icon: 0, notify: 0, sound: null },
    },
    {
      id: 'r4',
      isOn: true,
      whom: { kind: 'agent', agentUser: 'Ben' },
      what: { kind: 'change', change: 'went-offline' },
      holdMs: 0,
      severity: 'alarm',
      escalation: { row: 0, icon: 0, notify: 0, sound: 0 },
    },
    {
      id: 'r5',
      isOn: true,
      whom: { kind: 'group', groupId: 'g2' },
      what: { kind: 'several', family: 'paused', count: 3 },
      holdMs: 30_000,
      severity: 'alarm',
      escalation: { row: null, icon: 0, notify: 0, sound: null },
    },
  ],
  groups: [
    { id: 'g1', name: 'Sales', colour: 'pink', agentUsers: ['ana', 'Ben'] },
    { id: 'g2', name: 'Atención', colour: 'teal', agentUsers: [] },
  ],
  pinned: ['zoe.q', 'ana'],
  listView: { sort: 'longest', isGrouped: true, collapsed: ['g2', ''] },
  me: 'ana',
  nudges: false,
  tellWhens: [
    { agentUser: 'ana', event: 'free' },
    { agentUser: 'Ben', event: 'back' },
    { agentUser: 'ana', event: 'call-ends' },
  ],
  mutedAgents: ['zoe.q'],
  mutedUntilMs: 1_800_000_000_000,
  workingHours: {
    isOn: true,
    days: {
      mon: { fromMin: 480, toMin: 960 },
      tue: { fromMin: 1_320, toMin: 360 },
      wed: null,
      thu: { fromMin: 0, toMin: 1_440 },
      fri: { fromMin: 540, toMin: 1_080 },
      sat: { fromMin: 600, toMin: 840 },
      sun: null,
    },
  },
  problemAfterMs: 45_000,
  crmTemplate: 'https://crm.example/leads/{lead_id}?by={agent}',
  isPresenting: true,
  hidesNumbers: true,
  hasSound: false,
  dictionary,
};

const call: Omit<Alert, 'id' | 'atMs' | 'topic'> = {
  agentUser: 'ana',
  family: 'in-call',
  status: 'IN CALL',
  statusBefore: 'READY',
  durationMs: 0,
  isAtLeast: false,
  campaign: 'SALES',
  callType: 'OUTBOUND',
  maskedNumber: '•••0123',
  count: 1,
  event: null,
  problem: null,
  isLate: false,
  isRead: false,
  quiet: null,
};
const ofNobody = {
  agentUser: null,
  status: '',
  statusBefore: '',
  campaign: '',
  callType: '',
  maskedNumber: '',
};

const lines: readonly (Pick<Alert, 'topic'> & Partial<Alert>)[] = [
  { topic: 'call-connected' },
  {
    topic: 'call-ended',
    family: 'wrap-up',
    status: 'WRAP UP',
    statusBefore: 'IN CALL',
    durationMs: 61_500,
    isRead: true,
  },
  { topic: 'status-changed', family: 'paused', status: 'Coaching 🙂', isLate: true },
  { topic: 'came-online', family: 'ready', status: 'READY', statusBefore: '' },
  { topic: 'went-offline', family: 'offline', status: '', statusBefore: 'PAUSE', maskedNumber: '' },
  { topic: 'overstay', family: 'paused', status: 'PAUSE', durationMs: 900_000, isAtLeast: true },
  { topic: 'several', ...ofNobody, family: 'paused', durationMs: null, count: 4 },
  { topic: 'nobody-ready', ...ofNobody, family: 'ready', durationMs: 60_000, count: 0 },
  { topic: 'allowance-warning' },
  { topic: 'allowance-over' },
  { topic: 'still' },
  { topic: 'short-calls', count: 12 },
  { topic: 'tell-when', family: 'ready', status: 'READY', event: 'free' },
  {
    topic: 'connection-problem',
    ...ofNobody,
    family: null,
    durationMs: 180_000,
    isAtLeast: true,
    problem: 'timeout',
  },
  { topic: 'refused', ...ofNobody, family: null, durationMs: null, problem: 'wrong-credentials' },
];
const reasons = [
  'switched-off',
  'baseline',
  'found-after-a-gap',
  'passing',
  'muted',
  'outside-hours',
  'agent-muted',
  'short-calls',
  'told-already',
  'acknowledged',
] as const;
const inbox: readonly Alert[] = [
  ...lines.map((line, index) => ({
    ...call,
    id: 1 + index,
    atMs: 1_790_000_000_000 + 1_000 * index,
    ...line,
  })),
  ...reasons.map((quiet, index) => ({
    ...call,
    id: 101 + index,
    atMs: 1_790_000_100_000 + 1_000 * index,
    topic: 'call-connected' as const,
    quiet,
  })),
];

it('the settings and the inbox of the first edition load whole, each field as it was', async () => {
  await using directory = await makeTemporaryDirectory();
  await cp(fixtures, directory.path, { recursive: true });
  const log = createQuietLog();
  const load = (file: typeof createSettingsFile | typeof createInboxFile, name: string) =>
    file({ path: join(directory.path, `${name}-first-edition.json`), log }).load();
  expect(await load(createSettingsFile, 'settings')).toEqual({ settings, broken: null });
  expect(await load(createInboxFile, 'inbox')).toEqual(inbox);
  expect(log.lines).toEqual([]);
});

it('statuses exported by the first edition are taken, each field as it was', async () => {
  const text = await readFile(join(fixtures, 'dictionary-first-edition.json'), 'utf8');
  expect(importDictionary(text, [])).toEqual({ ok: true, value: { dictionary, count: 3 } });
});

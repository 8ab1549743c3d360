import type { Notice } from '../../../../src/shared/app-view.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { aTeam } from '../floor.ts';
import { inTurn, type Play, type Specimens } from '../specimen.ts';

const noAccount = { account: null, health: { kind: 'idle' }, secret: { kind: 'none' } } as const;
const never = () => new Promise<never>(() => undefined);

/** Whoever looks into it gets an exception. */
const unreadable = new Proxy<Notice[]>([], {
  get: () => {
    throw new TypeError('Made up for the gallery.');
  },
});

export const waiting: Specimens = {
  'waiting-first-answer': { caption: 'Main has not answered yet.', answers: () => ({ getState: never }) },
  'waiting-unreachable': {
    caption: 'Main does not answer.',
    answers: () => ({ getState: async () => fail({ kind: 'internal' }) }),
  },
  crashed: { caption: 'Something could not be drawn.', view: { notices: unreadable } },
};

export const firstRun: Specimens = {
  'first-run': { caption: 'There is no account yet.', view: noAccount },
  'first-run-notices': {
    caption: 'Two things to know once.',
    view: {
      ...noAccount,
      notices: [{ kind: 'settings-broken', keptAs: 'settings.broken-2026-03-03.json' }, { kind: 'no-tray' }],
    },
  },
  'first-run-no-notifications': {
    caption: 'The system shows no notifications: without the library, and when it refuses them.',
    view: { ...noAccount, notices: [{ kind: 'no-libnotify' }, { kind: 'notifications-failed' }] },
  },
};

const openForm: Play = ({ press }, t) => press(t('firstRun.connect'));

const fillForm: Play = async ({ fill }, t) => {
  await fill(t('connect.server'), 'acme');
  await fill(t('connect.apiUser'), 'floor.api');
  await fill(t('connect.password'), 'it is "quite" long; really');
  await fill(t('connect.agents'), 'ana.ruiz\nben.cole\nEva.Luna');
};

export const connect: Specimens = {
  'connect-empty': { caption: 'As it opens.', view: noAccount, play: openForm },
  'connect-needed': {
    caption: 'Sent with nothing in it.',
    view: noAccount,
    play: inTurn(openForm, ({ press }, t) => press(t('connect.connect'))),
  },
  'connect-advanced': {
    caption: 'Advanced, with both warnings.',
    view: noAccount,
    play: inTurn(
      openForm,
      fillForm,
      ({ press }, t) => press(t('connect.advanced')),
      ({ press }) => press('GET'),
      ({ reach }, t) => reach(t('connect.interval')),
    ),
  },
  'connect-checking': {
    caption: 'The connection is being tested.',
    view: noAccount,
    answers: () => ({ checkAccount: never }),
    play: inTurn(openForm, fillForm, ({ press }, t) => press(t('connect.test'))),
  },
  'connect-tested': {
    caption: 'The test went well, though not every name is right.',
    view: noAccount,
    answers: () => ({
      checkAccount: async () =>
        succeed({
          baseUrl: 'https://acme.croco-dial.net/goAPIv2',
          agents: [
            { agentUser: 'ana.ruiz', said: { kind: 'on', status: 'PAUSE - LUNCH' } },
            { agentUser: 'ben.cole', said: { kind: 'off', status: '' } },
            { agentUser: 'ana.riuz', said: { kind: 'unknown' } },
            { agentUser: 'VDAD', said: { kind: 'problem', problem: { kind: 'no-permission' } } },
          ],
          untried: 12,
        }),
    }),
    play: inTurn(openForm, fillForm, ({ press }, t) => press(t('connect.test'))),
  },
  'connect-refused': {
    caption: 'The dialler refuses.',
    view: noAccount,
    answers: () => ({
      connectAccount: async () => fail({ kind: 'dialler', problem: { kind: 'wrong-credentials' } }),
    }),
    play: inTurn(openForm, fillForm, ({ press }, t) => press(t('connect.connect'))),
  },
  'connect-proxy': {
    caption: 'A proxy of the network asks for a login.',
    view: { ...noAccount, askingProxy: { name: 'proxy.office.example:3128', hasRefused: false } },
    answers: () => ({
      connectAccount: async () => fail({ kind: 'dialler', problem: { kind: 'proxy-login' } }),
    }),
    play: inTurn(
      openForm,
      fillForm,
      ({ press }, t) => press(t('connect.connect')),
      ({ press }, t) => press(t('proxy.submit')),
    ),
  },
  'connect-edit': {
    caption: 'The account there is, changed.',
    view: { agents: aTeam(3) },
    play: async ({ press }, t) => {
      await press(t('agents.settings'));
      await press(t('settings.edit'));
    },
  },
};

export const signedOut: Specimens = {
  'signed-out-by-user': { caption: 'No password is stored.', view: { secret: { kind: 'none' } } },
  'signed-out-refused': {
    caption: 'The dialler refuses the password.',
    view: { health: { kind: 'stopped', problem: { kind: 'wrong-credentials' } } },
  },
  'signed-out-proxy': {
    caption: 'Signing in needs the login of a proxy first.',
    view: {
      secret: { kind: 'none' },
      askingProxy: { name: 'proxy.office.example:3128', hasRefused: false },
    },
    answers: () => ({ signIn: async () => fail({ kind: 'dialler', problem: { kind: 'proxy-login' } }) }),
    play: inTurn(
      ({ fill }, t) => fill(t('signIn.password'), 'secret'),
      ({ press }, t) => press(t('signIn.submit')),
      ({ reach }, t) => reach(t('proxy.submit')),
    ),
  },
  'signed-out-keychain': {
    caption: 'The keychain could not be read, and nothing was typed.',
    view: { secret: { kind: 'none', problem: 'refused' } },
    play: ({ press }, t) => press(t('signIn.submit')),
  },
};

import { describe, expect, it } from 'vitest';
import { createWords } from '../../../../src/main/app/words.ts';
import { inboxViewOf } from '../../../../src/main/inbox/inbox-view.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { alertTopics } from '../../../../src/shared/alert.ts';
import { defaultSettings, languages } from '../../../../src/shared/settings.ts';
import { anAlert } from '../../../fakes/an-alert.ts';

const words = createWords();
const entry = {
  id: 1,
  atMs: 5,
  topic: 'call-ended',
  agentUser: 'ana',
  status: '',
  reason: 'switched-off',
} as const;

describe('the inbox as the popover shows it', () => {
  it('is newest first, in the language of the interface', () => {
    const inbox = [anAlert(1), anAlert(2, { quiet: 'muted', isRead: true })];
    const { alerts } = inboxViewOf(createAppStore({ inbox, language: 'es' }).getState(), words);
    expect(alerts).toEqual([
      {
        id: 2,
        atMs: 2_000,
        topic: 'call-connected',
        family: 'in-call',
        agentUser: 'ana',
        title: 'Llamada conectada: ana',
        body: '•••0123 · Spring offer · DIALER',
        isRead: true,
        quiet: 'muted',
      },
      expect.objectContaining({ id: 1, isRead: false, quiet: null }),
    ]);
  });

  it('keeps the masked number, which only notifications may have to hide, until one presents', () => {
    const state = (more: object) =>
      createAppStore({ inbox: [anAlert(1)], settings: { ...defaultSettings, ...more } }).getState();
    const bodyWith = (more: object) => inboxViewOf(state(more), words).alerts[0]?.body;
    expect(bodyWith({ hidesNumbers: true })).toContain('•••0123');
    expect(bodyWith({ isPresenting: true })).toBe('Spring offer · DIALER');
  });

  it('says what was kept quiet, newest first, and in which status', () => {
    const keptQuiet = [entry, { ...entry, id: 2, status: 'PAUSE' }];
    const view = inboxViewOf(createAppStore({ keptQuiet }).getState(), words);
    expect(view.keptQuiet).toEqual([
      { id: 2, atMs: 5, agentUser: 'ana', title: 'Call ended · PAUSE', reason: 'switched-off' },
      { id: 1, atMs: 5, agentUser: 'ana', title: 'Call ended', reason: 'switched-off' },
    ]);
  });

  it.each(languages)('has words for every topic in %s, with no blank left open', (language) => {
    const inbox = alertTopics.map((topic, index) => anAlert(index + 1, { topic, problem: 'timeout' }));
    const keptQuiet = alertTopics.map((topic, index) => ({ ...entry, topic, id: 100 + index }));
    const view = inboxViewOf(createAppStore({ inbox, keptQuiet, language }).getState(), words);
    for (const { title } of [...view.alerts, ...view.keptQuiet]) {
      expect(title).not.toMatch(/\{\{|alerts\.|^$/);
    }
    for (const { body } of view.alerts) expect(body).not.toMatch(/\{\{|alerts\.|problem\./);
  });
});

import { describe, expect, it } from 'vitest';
import { asText, sentenceOf } from '../../../../../src/renderer/screens/rules/sentence.ts';
import { createWords } from '../../../../../src/renderer/words.ts';
import type { Group, OwnRule, OwnWhat, Whom } from '../../../../../src/shared/rules.ts';
import type { Language } from '../../../../../src/shared/settings.ts';
import { aRule } from './open-rules.ts';

const groups: readonly Group[] = [{ id: 'g1', name: 'Team A', colour: 'blue', agentUsers: [] }];
const everyone: Whom = { kind: 'everyone' };
const me: Whom = { kind: 'me' };
const team: Whom = { kind: 'group', groupId: 'g1' };
const gone: Whom = { kind: 'group', groupId: 'g2' };
const ana: Whom = { kind: 'agent', agentUser: 'ana.ruiz' };

const whatIs = (whom: Whom, what: OwnWhat, more: Partial<OwnRule> = {}): OwnRule =>
  aRule({ whom, what, severity: 'alarm', ...more });

function say(rule: OwnRule, language: Language = 'en'): string {
  const words = createWords();
  void words.changeLanguage(language);
  return asText(sentenceOf(words.t, rule, groups));
}

const escalation = {
  en: 'icon at once, notification after 1:00',
  es: 'icono al momento, notificación tras 1:00',
};
const paused = { kind: 'in-family', family: 'paused', longerThanMs: 300_000 } as const;
const lunch = { kind: 'in-status', status: 'PAUSE - LUNCH', longerThanMs: 1_800_000 } as const;
const several = { kind: 'several', family: 'paused', count: 3 } as const;
const nobody = { kind: 'nobody-ready', longerThanMs: 120_000 } as const;

describe('a rule says when it happens', () => {
  it.each<[Whom, OwnWhat, string, string]>([
    [
      everyone,
      { kind: 'change', change: 'call-connected' },
      'When a call connects for anyone',
      'Cuando se conecta una llamada de cualquiera',
    ],
    [
      me,
      { kind: 'change', change: 'call-ended' },
      'When a call of mine ends',
      'Cuando termina una llamada mía',
    ],
    [ana, { ...paused, longerThanMs: 0 }, 'When ana.ruiz is paused', 'Cuando ana.ruiz está en pausa'],
    [me, paused, 'When I am paused for longer than 5:00', 'Cuando estoy en pausa durante más de 5:00'],
    [
      gone,
      lunch,
      'When anyone of a group that is gone is in “PAUSE - LUNCH” for longer than 30:00',
      'Cuando alguien de un grupo que ya no existe está en «PAUSE - LUNCH» durante más de 30:00',
    ],
    [
      me,
      lunch,
      'When I am in “PAUSE - LUNCH” for longer than 30:00',
      'Cuando estoy en «PAUSE - LUNCH» durante más de 30:00',
    ],
    [
      everyone,
      { ...several, count: 1 },
      'When 1 agent or more is paused',
      'Cuando 1 agente o más está en pausa',
    ],
    [team, several, 'When 3 or more of Team A are paused', 'Cuando 3 o más de Team A están en pausa'],
    [
      everyone,
      nobody,
      'When nobody is ready for longer than 2:00',
      'Cuando no hay nadie disponible durante más de 2:00',
    ],
    [
      team,
      nobody,
      'When nobody of Team A is ready for longer than 2:00',
      'Cuando no hay nadie disponible de Team A durante más de 2:00',
    ],
  ])('%o %o: %s', (whom, what, en, es) => {
    const rule = whatIs(whom, what);
    expect(say(rule, 'en')).toBe(`${en} → ${escalation.en}`);
    expect(say(rule, 'es')).toBe(`${es} → ${escalation.es}`);
  });

  it('names the time it has to last', () => {
    const rule = whatIs(everyone, several, { holdMs: 30_000 });
    expect(say(rule)).toBe(`When 3 or more agents are paused, and it lasts 0:30 → ${escalation.en}`);
    expect(say(rule, 'es')).toBe(`Cuando 3 agentes o más están en pausa, y eso dura 0:30 → ${escalation.es}`);
  });
});

describe('a rule says what follows', () => {
  it.each<[Partial<OwnRule>, string, string]>([
    [
      { escalation: { row: 0, icon: 0, notify: 0, sound: 60_000 } },
      'red row + icon + notification at once, sound every minute after 1:00',
      'fila roja + icono + notificación al momento, sonido cada minuto tras 1:00',
    ],
    [
      { severity: 'warning', escalation: { row: 0, icon: null, notify: null, sound: null } },
      'amber row at once',
      'fila ámbar al momento',
    ],
    [
      { escalation: { row: 120_000, icon: null, notify: 30_000, sound: null } },
      'notification after 0:30, red row after 2:00',
      'notificación tras 0:30, fila roja tras 2:00',
    ],
    [{ escalation: { row: null, icon: null, notify: null, sound: null } }, 'nothing', 'nada'],
  ])('%o: %s', (more, en, es) => {
    const rule = whatIs(everyone, paused, more);
    expect(say(rule, 'en').split(' → ')[1]).toBe(en);
    expect(say(rule, 'es').split(' → ')[1]).toBe(es);
  });
});

it('a name that looks like a blank to fill is said as it is', () => {
  const rule = whatIs({ kind: 'agent', agentUser: '{{time}} $t(rules.title)' }, paused);
  expect(say(rule)).toContain('{{time}} $t(rules.title) is paused for longer than 5:00');
});

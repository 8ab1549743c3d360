import { expect, test } from 'vitest';
import { attentionRank, type Family, familyOf, isSameStatus } from '../../../src/shared/family.ts';

test.each<[Family, readonly string[]]>([
  ['ready', ['READY', 'Ready', 'CLOSER', 'READY [A]', 'CLOSER [I]', 'Available', 'DISPONIBLE']],
  ['ringing', ['QUEUE', 'MQUEUE', 'RING', 'RINGING', 'DIAL', 'Dialing', 'QUEUE [I]', 'Timbrando']],
  ['in-call', ['IN CALL', 'INCALL', 'IN_CALL', 'in-call', ' In Call ', 'INCALL [A]', 'IN CALL [I]']],
  ['in-call', ['INCALL [M]', 'EN LLAMADA', '3-WAY', '3WAY', '3 way', '3-WAYD', 'PARK', 'PARKED']],
  ['dead', ['DEAD', 'HUNGUP', 'HUNG UP', 'HANG UP', 'hang_up', 'GONE', 'DEAD [M]', 'Llamada muerta']],
  ['wrap-up', ['DISPO', 'DISPOSITION', 'Wrap-up', 'WRAP', 'wrap up', 'DISPO [A]', 'TIPIFICACIÓN']],
  ['paused', ['PAUSE', 'PAUSED', 'PAUSE - BREAK', 'PAUSE - LUNCH BREAK', 'LUNCH BREAK', 'BREAK', 'LUNCH']],
  ['paused', ['PAUSED [LUNCH]', 'PAUSED [baño]', 'PAUSA - CAFÉ', 'En pausa', 'Descanso', 'ALMUERZO']],
  [
    'paused',
    ['pause_break', 'COMIDA', 'LAGGED', 'PAUSED [LAGGED]', 'LOGIN', 'BRK', 'Brk 2', 'TECH', 'COACH'],
  ],
  ['paused', ['TRAIN', 'BATHROOM', 'baño', 'Formación', 'CAPACITACIÓN']],
  ['offline', ['', ' ', '-', '[ ]', 'OFFLINE', 'Offline', 'LOGGED OUT', 'LOGOUT', 'not logged in']],
  ['offline', ['AGENT NOT LOGGED IN', 'Desconectado']],
  ['other', ['Busy', 'PREVIEW', 'CHAT', 'EMAIL', '[A]', '日本', 'ГОТОВ', 'constructor', '__proto__', '0']],
  ['other', ['☕', 'BANORTE', 'TECHNORTE', 'COACHING', 'LOGIN ERROR', '+']],
])('%s is how these are folded: %j', (family, statuses) => {
  expect(statuses.map((status) => [status, familyOf(status)])).toEqual(
    statuses.map((status) => [status, family]),
  );
});

test.each([
  ['IN CALL', 'in_call', true],
  ['PAUSA - BAÑO', 'Pausa baño', true],
  ['日本', ' 日本 ', true],
  ['-', '- ', true],
  ['ПЕРЕРЫВ Й', 'перерыв и', true],
  ['Διάλειμμα', 'ΔΙΑΛΕΙΜΜΑ', true],
  ['☕', '☕\ufe0f', true],
  ['AUX 1/2', 'aux 1 / 2', true],
  ['AUX 1–2', 'AUX 1-2', true],
  ['PAUSE - BREAK', 'PAUSE - LUNCH', false],
  ['PAUSE - 日', 'PAUSE - 本', false],
  ['INCALL [A]', 'INCALL [I]', false],
  ['日本', '中国', false],
  ['पानी', 'पान', false],
  ['だ', 'た', false],
  ['שָׁלוֹם', 'שלום', false],
  ['☕', '🍔', false],
  ['PAUSE ☕', 'PAUSE', false],
  ['C++', 'C', false],
  ['AUX 1/2', 'AUX 12', false],
  ['AUX 1 2', 'AUX 12', false],
  ['AUX 1.5', 'AUX 15', false],
  ['-', '*', false],
  ['', 'READY', false],
])('"%s" and "%s" as one status: %s', (a, b, isSame) => {
  expect(isSameStatus(a, b)).toBe(isSame);
  expect(isSameStatus(b, a)).toBe(isSame);
});

test('those who need a supervisor come first', () => {
  const sorted = (['offline', 'ready', 'in-call', 'paused', 'dead'] as const).toSorted(
    (a, b) => attentionRank(a) - attentionRank(b),
  );
  expect(sorted).toEqual(['dead', 'paused', 'in-call', 'ready', 'offline']);
});

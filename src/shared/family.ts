import { withoutAccents } from './plain-text.ts';

/**
 * The closed set every dialler status folds into, in order of attention:
 * who needs a supervisor most comes first.
 */
export const families = [
  'dead',
  'paused',
  'wrap-up',
  'other',
  'in-call',
  'ringing',
  'ready',
  'offline',
] as const;

export type Family = (typeof families)[number];

/** The lower, the sooner it needs attention. */
export const attentionRank = (family: Family): number => families.indexOf(family);

/**
 * Spellings as `foldStatus` makes them. They are those of docs/api.md §1.3, more words that
 * VICIdial's and GOautodial's screens show, and our own Spanish.
 */
const spellings: Readonly<Record<string, Family>> = {
  READY: 'ready',
  CLOSER: 'ready',
  AVAILABLE: 'ready',
  DISPONIBLE: 'ready',
  QUEUE: 'ringing',
  MQUEUE: 'ringing',
  RING: 'ringing',
  RINGING: 'ringing',
  DIAL: 'ringing',
  DIALING: 'ringing',
  TIMBRANDO: 'ringing',
  INCALL: 'in-call',
  ENLLAMADA: 'in-call',
  PARK: 'in-call',
  PARKED: 'in-call',
  '3WAY': 'in-call',
  '3WAYD': 'in-call',
  DEAD: 'dead',
  HUNGUP: 'dead',
  HANGUP: 'dead',
  GONE: 'dead',
  LLAMADAMUERTA: 'dead',
  DISPO: 'wrap-up',
  DISPOSITION: 'wrap-up',
  WRAP: 'wrap-up',
  WRAPUP: 'wrap-up',
  TIPIFICACION: 'wrap-up',
  OFFLINE: 'offline',
  LOGOUT: 'offline',
  LOGGEDOUT: 'offline',
  NOTLOGGEDIN: 'offline',
  AGENTNOTLOGGEDIN: 'offline',
  DESCONECTADO: 'offline',
  // VICIdial's pause codes, which come bare, too.
  LAGGED: 'paused',
  LOGIN: 'paused',
  TECH: 'paused',
  COACH: 'paused',
  TRAIN: 'paused',
  BATHROOM: 'paused',
  RESTROOM: 'paused',
  BANO: 'paused',
  FORMACION: 'paused',
  CAPACITACION: 'paused',
};

/** A pause text is set by each site, so only its beginning can be known. */
const pausePrefixes = [
  'PAUSE',
  'PAUSA',
  'ENPAUSA',
  'BREAK',
  'BRK',
  'LUNCH',
  'DESCANSO',
  'ALMUERZO',
  'COMIDA',
];

/** Folds the dialler's own words; what is not known is `other`, and an empty status is no live state. */
export function familyOf(status: string): Family {
  const folded = foldStatus(status.replace(/\s*\[[^\]]*\]\s*$/, ''));
  if (folded === '') return foldStatus(status) === '' ? 'offline' : 'other';
  if (Object.hasOwn(spellings, folded)) return spellings[folded] ?? 'other';
  if (pausePrefixes.some((prefix) => folded.startsWith(prefix))) return 'paused';
  return 'other';
}

/** Spelling aside: a dialler that changes case or spaces has not changed the state. */
export function isSameStatus(a: string, b: string): boolean {
  const folded = foldStatus(a);
  // Signs alone fold to nothing, and then only the text itself can tell.
  return folded === foldStatus(b) && (folded !== '' || a.trim() === b.trim());
}

/** Asks to draw the sign before it in colours, or not to. */
const asPicture = /[\ufe0e\ufe0f]/g;
const punctuation = /(?<=\p{N})([\p{Z}\p{P}\p{C}]+)(?=\p{N})|[\p{Z}\p{P}\p{C}]+/gu;

/** A floor says the same few words all day long. */
const mostFolded = 1_000;
const folds = new Map<string, string>();

/**
 * One spelling for all that a dialler may write: upper case, no accents, no spaces and punctuation, but for what
 * stands between digits. Symbols and the marks of other scripts make another status.
 */
export function foldStatus(text: string): string {
  const known = folds.get(text);
  if (known !== undefined) return known;
  const folded = withoutAccents(text)
    .toUpperCase()
    .replace(asPicture, '')
    .replace(punctuation, (_, betweenDigits?: string) => {
      if (betweenDigits === undefined) return '';
      return betweenDigits.replace(/\s/g, '').replace(/\p{Pd}/gu, '-') || ' ';
    });
  if (folds.size >= mostFolded) folds.clear();
  folds.set(text, folded);
  return folded;
}

/** The families as the interface names them: the field's own terms in both languages. */
export const familyWords = {
  en: {
    ready: 'Ready',
    ringing: 'Ringing',
    'in-call': 'In call',
    dead: 'Dead call',
    'wrap-up': 'Wrap-up',
    paused: 'Paused',
    offline: 'Offline',
    other: 'Other',
  },
  es: {
    ready: 'Disponible',
    ringing: 'Timbrando',
    'in-call': 'En llamada',
    dead: 'Llamada muerta',
    'wrap-up': 'Tipificación',
    paused: 'En pausa',
    offline: 'Desconectado',
    other: 'Otro',
  },
} as const;

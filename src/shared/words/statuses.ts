/** The status dictionary: what each of the dialler's statuses means, and how long a pause may last. */
export const statusesWords = {
  en: {
    title: 'Statuses and pause limits',
  },
  es: {
    title: 'Estados y límites de pausa',
  },
} as const;

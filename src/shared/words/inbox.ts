/** The inbox: what was told, and what was kept quiet and why. */
export const inboxWords = {
  en: {
    title: 'Inbox',
  },
  es: {
    title: 'Bandeja de avisos',
  },
} as const;

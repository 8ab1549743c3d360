/** The rules editor: thresholds, the user's own rules, groups. */
export const rulesWords = {
  en: {
    title: 'Rules',
  },
  es: {
    title: 'Reglas',
  },
} as const;

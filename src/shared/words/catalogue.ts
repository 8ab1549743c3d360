import { alertWords } from './alerts.ts';
import { familyWords } from './families.ts';

/** Every sentence the app can say, by language. Each area keeps both languages side by side in its own file. */
export const catalogue = {
  en: {
    alerts: alertWords.en,
    family: familyWords.en,
  },
  es: {
    alerts: alertWords.es,
    family: familyWords.es,
  },
} as const;

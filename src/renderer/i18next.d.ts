import 'i18next';
import type { catalogue } from '../shared/words/catalogue.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: (typeof catalogue)['en'] };
  }
}

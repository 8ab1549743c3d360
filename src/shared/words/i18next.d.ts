import type { en } from './en.ts';

/** Every `t` takes only keys that English has, in main as in the renderer. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

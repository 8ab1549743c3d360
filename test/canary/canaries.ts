import type { Canary } from './search.ts';

/** Signs that every spelling writes in its own way, and few enough that no dialler takes it for a hash. */
export const password: Canary = { name: 'password', text: 'Zq7#vK+9%x&é<W2m', isNumber: false };
export const wrongPassword: Canary = { name: 'wrong password', text: 'Xw4!rJ=8~k/ñ>N6p', isNumber: false };
/** Of calls that are watched and told of; nobody asks to see it. */
export const hiddenNumber: Canary = { name: 'number', text: '15550134471', isNumber: true };
/** Shown by a press on Show number. */
export const shownNumber: Canary = { name: 'number shown', text: '15550178232', isNumber: true };
/** Copied, and opened in the CRM, both on request. */
export const copiedNumber: Canary = { name: 'number copied', text: '15550192663', isNumber: true };

export const canaries: readonly Canary[] = [password, wrongPassword, hiddenNumber, shownNumber, copiedNumber];

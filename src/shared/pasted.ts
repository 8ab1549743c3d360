/** What spreadsheets, mails and chats put around a name: quotes of any kind, Excel's apostrophe, its `="007"`. */
const quotes = `"'\`´“”„‟«»‘’‚‛‹›`;
/** Any number of layers: a quoted name may have been quoted before. */
const before = new RegExp(`^(?:[${quotes} ]|=(?=["“”]))+`);
const after = new RegExp(`[${quotes} ]+$`);

/** One name as it was meant, without what came with it when it was pasted. */
export const pastedName = (pasted: string): string =>
  pasted
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Z}]/gu, ' ')
    .replace(before, '')
    .replace(after, '');

/** A list as people paste it: by lines, commas, semicolons, tabs or bars. */
export const pastedNames = (pasted: string): readonly string[] =>
  pasted
    .split(/[\t-\r\u0085\u2028\u2029,;|，、；،؛]/)
    .map(pastedName)
    .filter((name) => name !== '');

/** Whether a text of the dialler's may hold what nobody should see: SQL, credentials, hashes (docs/api.md §6.21). */
export const isPrivateText = (text: string): boolean => signs.some((sign) => sign.test(text));

const signs: readonly RegExp[] = [
  /\b(?:select|insert|update|delete|replace)\b.{0,300}\b(?:from|into|set|where|values)\b/i,
  /pass(?:w(?:or)?d|_hash)?["']?\s{0,8}[=:]/i,
  /\$2[aby]?\$/,
  // A hash or a key has digits among its letters, a name of this length has none.
  /(?=[A-Za-z./+]{0,30}\d)[A-Za-z0-9./+]{31}/,
];

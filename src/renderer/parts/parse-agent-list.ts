/**
 * Dialler user names as typed: one per line or with commas, each once, in their exact case.
 * Pasted lists also come with tabs, and with marks nobody sees, by which the dialler would not know a name.
 */
export const parseAgentList = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .replace(/\p{Cf}/gu, '')
      .split(/[\n\r\t,]+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

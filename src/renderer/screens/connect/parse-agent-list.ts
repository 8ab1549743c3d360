/** Dialler user names as typed: one per line or with commas, each once, in their exact case. */
export const parseAgentList = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[\n\r,]+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/**
 * The languages of the person, best first, as the POSIX variables tell them: `es_MX.UTF-8` → `es-MX`.
 * Without any of them, what the system told Node.
 */
export function preferredLanguages(env: NodeJS.ProcessEnv, systemLocale: string): string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = env;
  const named = LANGUAGE || LC_ALL || LC_MESSAGES || LANG || '';
  const tags = named
    .split(':')
    .map((locale) => locale.replace(/[.@].*$/, '').replaceAll('_', '-'))
    .filter((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag));
  return tags.length > 0 ? tags : [systemLocale];
}

/** Chromium's own switches; like Electron it lower-cases their names. */
export function commandLineOf(argv: readonly string[]) {
  const switches = new Map<string, string>();
  for (const argument of argv) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name !== undefined) switches.set(name.toLowerCase(), value);
  }
  return {
    appendSwitch: (name: string, value = ''): void => void switches.set(name.toLowerCase(), value),
    appendArgument: (_value: string): void => {},
    hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
    getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
    removeSwitch: (name: string): void => void switches.delete(name.toLowerCase()),
  };
}

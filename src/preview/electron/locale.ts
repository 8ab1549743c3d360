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

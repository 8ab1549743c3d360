export type PasswordWarning = 'stripped-characters' | 'too-long';

/** What diallers do to passwords (docs/api.md §3.5). Warnings only: a dialler may have been repaired. */
export function passwordWarnings(password: string): readonly PasswordWarning[] {
  const warnings: PasswordWarning[] = [];
  if (/['"\\; ]/.test(password)) warnings.push('stripped-characters');
  if ([...password].length > 20) warnings.push('too-long');
  return warnings;
}

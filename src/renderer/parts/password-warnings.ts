export type PasswordWarning = 'stripped-characters' | 'invisible-characters';

/**
 * What diallers do to passwords (docs/api.md §3.5), and what comes along unseen when one is pasted. Warnings only: a
 * dialler may have been repaired, and the password may be so.
 */
export function passwordWarnings(password: string): readonly PasswordWarning[] {
  const warnings: PasswordWarning[] = [];
  if (/['"\\; ]/.test(password)) warnings.push('stripped-characters');
  if (/[\p{C}\u115f\u1160\u3164]|[^\S ]/u.test(password)) warnings.push('invisible-characters');
  return warnings;
}

import { fail, type Result, succeed } from './result.ts';

export const crmFields = ['lead_id', 'vendor_lead_code', 'in_call_with', 'campaign_id', 'agent'] as const;
export type CrmField = (typeof crmFields)[number];
export type CrmValues = Readonly<Record<CrmField, string>>;

export type CrmProblem =
  | 'not-https'
  | 'not-an-address'
  | 'placeholder-in-host'
  | 'unknown-placeholder'
  | 'too-long';

/** Windows opens no longer address (docs/electron.md §6.1). */
export const longestCrmLink = 2_081;

/** A longer one is not kept, see main's `alert-shapes.ts`. */
export const longestCrmTemplate = 2_000;

const placeholder = /\{([^{}]*)\}/g;

/** Null when the template is good. It decides where a browser is sent, so the host is the user's own, whole. */
export function crmProblem(template: string): CrmProblem | null {
  const names = [...template.matchAll(placeholder)].map(([, name]) => name ?? '');
  const rest = template.replace(placeholder, '');
  // A brace alone is a placeholder that somebody did not finish.
  if (!names.every(isCrmField) || /[{}]/.test(rest)) return 'unknown-placeholder';
  const [one, other] = [parseUrl(fill(template, () => 'a')), parseUrl(fill(template, () => 'b1'))];
  if (one === null || other === null) return 'not-an-address';
  if (one.protocol !== 'https:') return 'not-https';
  if (one.origin !== other.origin || one.username !== '' || one.password !== '') return 'placeholder-in-host';
  return one.href.length > longestCrmLink ? 'too-long' : null;
}

/** The address to open: every value percent-encoded, https only, and of the template's own host. */
export function crmLink(template: string, values: CrmValues): Result<string, CrmProblem> {
  const problem = crmProblem(template);
  if (problem !== null) return fail(problem);
  const sampleText = fill(template, () => 'a');
  const text = fill(template, (field) => encode(values[field]));
  const [url, sample] = [parseUrl(text), parseUrl(sampleText)];
  if (url === null || sample === null) return fail('not-an-address');
  if (url.protocol !== 'https:') return fail('not-https');
  if (url.origin !== sample.origin) return fail('placeholder-in-host');
  // Dots alone would climb the path, however they are encoded, and take a part of the address with them.
  const isWhole = url.href.length - sample.href.length === text.length - sampleText.length;
  if (!isWhole) return fail('not-an-address');
  return url.href.length > longestCrmLink ? fail('too-long') : succeed(url.href);
}

function fill(template: string, textOf: (field: CrmField) => string): string {
  return template.replace(placeholder, (whole, name: string) => (isCrmField(name) ? textOf(name) : whole));
}

const isCrmField = (name: string): name is CrmField => crmFields.some((field) => field === name);

/** Also what a browser would encode by itself, so that the address stays as it was checked. */
const encode = (value: string): string => encodeURIComponent(value.toWellFormed()).replaceAll("'", '%27');

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

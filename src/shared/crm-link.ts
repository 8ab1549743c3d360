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

/** Windows opens no longer address (electron-facts §6). */
export const longestCrmLink = 2_081;

/** A longer one is not kept, see main's `alert-shapes.ts`. */
export const longestCrmTemplate = 2_000;

const placeholder = /\{([^{}]*)\}/g;

/** Null when the template is good. It decides where a browser is sent, so the host is the user's own, whole. */
export function crmProblem(template: string): CrmProblem | null {
  const names = [...template.matchAll(placeholder)].map(([, name]) => name ?? '');
  if (!names.every(isCrmField)) return 'unknown-placeholder';
  const filled = (value: string): URL | null => parseUrl(template.replace(placeholder, value));
  const [one, other] = [filled('a'), filled('b1')];
  if (one === null || other === null) return 'not-an-address';
  if (one.protocol !== 'https:') return 'not-https';
  if (one.origin !== other.origin || one.username !== '' || one.password !== '') return 'placeholder-in-host';
  return template.length > longestCrmLink ? 'too-long' : null;
}

/** The address to open: every value percent-encoded, https only, and of the template's own host. */
export function crmLink(template: string, values: CrmValues): Result<string, CrmProblem> {
  const problem = crmProblem(template);
  if (problem !== null) return fail(problem);
  const text = template.replace(placeholder, (_, name: string) =>
    isCrmField(name) ? encode(values[name]) : '',
  );
  const url = parseUrl(text);
  const sample = parseUrl(template.replace(placeholder, 'a'));
  if (url === null || sample === null || partsOf(url) !== partsOf(sample)) return fail('not-an-address');
  if (url.protocol !== 'https:') return fail('not-https');
  if (url.origin !== sample.origin) return fail('placeholder-in-host');
  return url.href.length > longestCrmLink ? fail('too-long') : succeed(url.href);
}

/** A value of dots alone would climb the path, however it is encoded. */
const partsOf = ({ pathname }: URL): number => pathname.split('/').length;

const isCrmField = (name: string): name is CrmField => crmFields.some((field) => field === name);

const encode = (value: string): string => encodeURIComponent(value.toWellFormed());

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

import { type Bounds, budgetOf } from './bounds.ts';
import type { Envelope } from './envelope.ts';
import { isFields } from './fields.ts';
import { readXml } from './read-xml.ts';
import type { Steps } from './steps.ts';

const root = /<goautodialapi[\s>]/;

/** The server answers in XML when it ignored, or never got, the format asked for. */
export const isXmlReply = (body: string): boolean => /^\s*<\?xml/.test(body) || root.test(body);

/**
 * Reads XML as the server sends it, which is not well-formed: a backslash and an `n` before the root,
 * brackets between elements, names such as `<0>` (docs/api.md §3.4).
 */
export function* findXmlEnvelope(body: string, bounds: Bounds): Steps<Envelope | null> {
  const start = body.search(root);
  if (start < 0) return null;
  const fields = yield* readXml(body.slice(start), budgetOf(bounds));
  return isFields(fields) ? { fields, printsWarnings: !prologue.test(body.slice(0, start).trim()) } : null;
}

const prologue = /^(?:<\?xml[^>]*\?>)?(?:\\n|\s)*$/;

import { XMLParser } from 'fast-xml-parser';
import type { Envelope } from './envelope.ts';
import { isFields } from './fields.ts';

const root = /<goautodialapi[\s>]/;

/** The server answers in XML when it ignored, or never got, the format asked for. */
export const isXmlReply = (body: string): boolean => /^\s*<\?xml/.test(body) || root.test(body);

/**
 * Reads XML as the server sends it, which is not well-formed: a backslash and an `n` before the root,
 * brackets between elements, names such as `<0>` (docs/api.md §3.4).
 */
export function findXmlEnvelope(body: string): Envelope | null {
  const start = body.search(root);
  if (start < 0) return null;
  const text = body.slice(start);
  // Of entities only the standard ones are wanted, none of the reply's own making.
  if (text.includes('<!DOCTYPE')) return null;
  const fields = parse(withWholeTexts(text));
  return isFields(fields) ? { fields, printsWarnings: !prologue.test(body.slice(0, start).trim()) } : null;
}

const prologue = /^(?:<\?xml[^>]*\?>)?(?:\\n|\s)*$/;

/** The server leaves a `]]>` in a text as it is, which ends the CDATA early: the text ends before its closing tag. */
function withWholeTexts(xml: string): string {
  const parts: string[] = [];
  let done = 0;
  for (const { 0: opening, 1: name = '', index } of xml.matchAll(/<([^\s<>/]+)><!\[CDATA\[/g)) {
    if (index < done) continue;
    const from = index + opening.length;
    const to = xml.indexOf(`]]></${name}>`, from);
    if (to < 0) break;
    parts.push(xml.slice(done, from), xml.slice(from, to).replaceAll(']]>', ']]]]><![CDATA[>'));
    done = to;
  }
  return parts.join('') + xml.slice(done);
}

function parse(text: string): unknown {
  try {
    const parser = new XMLParser({
      // Ids are text, however much they look like numbers.
      parseTagValue: false,
      // For numeric entities, `&#039;` among them, which the library counts as HTML's.
      htmlEntities: true,
      ignorePiTags: true,
      jPath: false,
      maxNestedTags: 16,
    });
    const document: unknown = parser.parse(text);
    return isFields(document) ? document['goautodialapi'] : null;
  } catch {
    return null;
  }
}

/** What a PHP action hands to the front controller. */
export type PhpValue =
  | string
  | number
  | boolean
  | null
  | readonly PhpValue[]
  | { readonly [key: string]: PhpValue };

/**
 * Put into a text, it stands for a byte that is not UTF-8: a lone surrogate, as ill-formed to
 * JavaScript as such a byte is to PHP.
 */
export const brokenByte = '\ud800';

/** `json_encode`: slashes and everything beyond ASCII escaped; nothing at all if a text is not UTF-8. */
export function phpJson(value: PhpValue): string {
  if (!isUtf8(value)) return '';
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `apiXMLOutput` as it is, mistakes included (docs/api.md §3.4). */
export function phpXml(value: PhpValue, parent = ''): string {
  if (!isContainer(value)) return '';
  return Object.entries(value)
    .map(([key, inner]) => {
      if (!isContainer(inner)) return `<${key}>${xmlText(inner)}</${key}>\n`;
      // A list has no element of its own; its items take its name.
      const isItem = /^\d+$/.test(key);
      const inside = phpXml(inner, key);
      if (isItem) return `<${parent}>\n${inside}</${parent}>\n`;
      const isList = Array.isArray(inner) || Object.keys(inner).length === 0;
      return isList ? inside : `<${key}>\n${inside}</${key}>\n`;
    })
    .join('');
}

function xmlText(value: string | number | boolean | null): string {
  const text = decodeEntities(phpString(value));
  return /[&<>"]/.test(text) ? `<![CDATA[${text}]]>` : text;
}

function phpString(value: string | number | boolean | null): string {
  if (value === null || value === false) return '';
  return value === true ? '1' : String(value);
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#039;': "'",
};

const decodeEntities = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#039);/g, (entity) => entities[entity] ?? entity);

function isUtf8(value: PhpValue): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return !isContainer(value) || Object.values(value).every(isUtf8);
}

const isContainer = (value: PhpValue): value is readonly PhpValue[] | { readonly [key: string]: PhpValue } =>
  typeof value === 'object' && value !== null;

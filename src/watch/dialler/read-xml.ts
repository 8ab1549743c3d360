import { type Budget, mostLevels, spend } from './bounds.ts';
import type { Steps } from './steps.ts';

interface Element {
  readonly name: string;
  readonly fields: Record<string, unknown>;
  keys: number;
  text: string;
}

/**
 * The element that `text` begins with, as its own text or as an object of its children; null when it has no end,
 * or more in it than the bounds allow. The server writes what no XML library promises to take (docs/api.md §3.4):
 * text between elements and names such as `<0>` are passed over here, and attributes are of no use.
 */
export function* readXml(text: string, budget: Budget): Steps<unknown> {
  const open: Element[] = [];
  let at = 0;
  for (;;) {
    const way = spend(budget);
    if (way === 'stop') return null;
    if (way === 'pause') yield;
    const element = open.at(-1);
    const mark = text.indexOf('<', at);
    if (mark < 0) return null;
    if (element !== undefined) addText(element, decoded(text.slice(at, Math.min(mark, at + longestText))));
    const other = others.find(({ begin }) => text.startsWith(begin, mark));
    if (other !== undefined) {
      const from = mark + other.begin.length;
      const end =
        other.begin === cdata ? endOfCdata(text, from, element?.name) : text.indexOf(other.end, from);
      if (end < 0 || other.begin === doctype) return null;
      if (other.begin === cdata && element !== undefined) addText(element, text.slice(from, end));
      at = end + other.end.length;
      continue;
    }
    tag.lastIndex = mark;
    const [whole, slash, name = '', isEmpty] = tag.exec(text) ?? [];
    if (whole === undefined) {
      // A sign of its own, as in "5 < 6".
      if (element !== undefined) addText(element, '<');
      at = mark + 1;
      continue;
    }
    at = mark + whole.length;
    if (slash === undefined) {
      if (open.length === mostLevels) return null;
      open.push({ name, fields: Object.create(null), keys: 0, text: '' });
    }
    if (slash === undefined && isEmpty === undefined) continue;
    // What was never closed ends with what it stands in; what was never opened closes nothing.
    if (!open.some((one) => one.name === name)) continue;
    for (let closed = open.pop(); closed !== undefined; closed = open.pop()) {
      const parent = open.at(-1);
      if (parent === undefined) return valueIn(closed);
      if (!put(parent, closed, budget)) return null;
      if (closed.name === name) break;
    }
  }
}

const cdata = '<![CDATA[';
/** Of entities only the standard ones are wanted, none of the reply's own making. */
const doctype = '<!DOCTYPE';

const others = [
  { begin: cdata, end: ']]>' },
  { begin: '<!--', end: '-->' },
  { begin: '<?', end: '?>' },
  { begin: doctype, end: '>' },
];

/** What is longer is cut to far less in the end. */
const longestText = 4_000;

function addText(element: Element, text: string): void {
  if (element.text.length < longestText) element.text += text.slice(0, longestText);
}

/** The server leaves a `]]>` in a text as it is: it is the end only where the element's own end follows, if one does. */
function endOfCdata(text: string, from: number, name = ''): number {
  const near = text.slice(from, from + longestText);
  const closing = near.indexOf(`]]></${name}>`);
  const first = near.indexOf(`</${name}>`);
  return closing >= 0 && first === closing + ']]>'.length ? from + closing : text.indexOf(']]>', from);
}

const tag = /<(\/)?([^\s<>/!?]{1,100})(?:\s[^<>]*?)?(\/)?>/y;

/** Several of one name make a list. */
function put(parent: Element, child: Element, budget: Budget): boolean {
  const value = valueIn(child);
  const known = parent.fields[child.name];
  if (Array.isArray(known)) {
    known.push(value);
    return true;
  }
  if (known === undefined) parent.keys += 1;
  parent.fields[child.name] = known === undefined ? value : [known, value];
  return parent.keys <= budget.keys;
}

const valueIn = ({ fields, keys, text }: Element): unknown => (keys === 0 ? text.trim() : fields);

const decoded = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, entity) : text;

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return entities[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0x10_ff_ff ? whole : String.fromCodePoint(code);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export type Json = Readonly<Record<string, unknown>>;

/** Null for what is no JSON. A byte order mark, which some editors and chat programs put before it, is none of it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** Editors on Windows may save UTF-16, which its byte order mark tells; all else is UTF-8. */
export function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  if (first === 0xff && second === 0xfe) return even.toString('utf16le');
  if (first === 0xfe && second === 0xff) return Buffer.from(even).swap16().toString('utf16le');
  return bytes.toString('utf8');
}

export const isJsonObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

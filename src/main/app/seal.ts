import { createHash } from 'node:crypto';
import { isJsonObject, type Json } from './parse-json.ts';

/** Of what the JSON says, so that new spacing breaks nothing. */
const checksumOf = (value: Json): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** With a checksum, by which a later run sees whether it is what was written. */
export const sealed = (value: Json): Json => ({ ...value, checksum: checksumOf(value) });

/** `none`: from before there were checksums, or made by a person. */
type Seal = 'intact' | 'broken' | 'none';

/** What a file says apart from its checksum. */
export function unseal(value: unknown): { readonly said: unknown; readonly seal: Seal } {
  if (!isJsonObject(value) || !Object.hasOwn(value, 'checksum')) return { said: value, seal: 'none' };
  const { checksum, ...said } = value;
  return { said, seal: checksum === checksumOf(said) ? 'intact' : 'broken' };
}

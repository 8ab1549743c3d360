import type { HttpResponse } from '../http.ts';

/** Reads a body to its end, or gives up on it once it is longer than anything the API has to say. */
export async function readBody(
  response: HttpResponse,
  maxBytes: number,
  ended: Promise<never>,
): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  const cancel = () => void reader?.cancel().catch(() => {});
  try {
    for (;;) {
      const chunk = await Promise.race([reader?.read(), ended]);
      if (chunk?.value === undefined) break;
      size += chunk.value.byteLength;
      if (size > maxBytes) {
        cancel();
        return 'too-large';
      }
      chunks.push(chunk.value);
    }
    return Buffer.concat(chunks, size);
  } catch (error) {
    cancel();
    throw error;
  }
}

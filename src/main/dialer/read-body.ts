/** Reads a body to its end, or gives up on it once it is longer than anything the API has to say. */
export async function readBody(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  // Also ends a read under way, for a body that does not listen to the signal by itself.
  const cancel = () => void reader?.cancel().catch(() => {});
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      signal.throwIfAborted();
      const chunk = await reader?.read();
      if (chunk?.value === undefined) break;
      size += chunk.value.byteLength;
      if (size > maxBytes) {
        cancel();
        return 'too-large';
      }
      chunks.push(chunk.value);
    }
    signal.throwIfAborted();
    return Buffer.concat(chunks, size);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

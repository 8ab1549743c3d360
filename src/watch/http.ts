export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  /** Null where nothing of it is of use. */
  readonly body: ReadableStream<Uint8Array> | null;
}

/**
 * How the engine speaks HTTP: over Electron's network stack in the app, over Node's in tests. It settles with the
 * head of the response, whatever its status and headers are. A redirect is a response like any other: it is not
 * followed, or the password would be sent on. No cookie is sent or kept, and no cache answers for the dialler.
 * It rejects with what the network stack says of a failure, and when the signal aborts. An abort, and a body that
 * is cancelled, close the connection at once.
 */
export type Http = (request: HttpRequest) => Promise<HttpResponse>;

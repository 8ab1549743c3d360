type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** What the page may call: exactly what the app handles, one handler a channel. */
export class StandInIpcMain {
  readonly #handlers = new Map<string, Handler>();

  handle = (channel: string, handler: Handler): void => {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    this.#handlers.set(channel, handler);
  };

  removeHandler = (channel: string): void => void this.#handlers.delete(channel);

  /** For the host: what a page's `invoke` comes to. Rejects with what the page is to read. */
  async dispatch(event: unknown, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return await handler(event, ...args);
    } catch (error) {
      // Only the text survives: name, code and cause are lost, as in Electron.
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`);
    }
  }
}

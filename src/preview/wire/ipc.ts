import { parse, stringify } from 'devalue';

/** What the popover's frame sends to main. `id` is unique across reloads. */
export type FromFrame =
  | {
      readonly kind: 'invoke';
      readonly id: string;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'open'; readonly url: string }
  /** Somebody uses keyboard or mouse on this page. */
  | { readonly kind: 'touch' };

export type ToFrame =
  | { readonly kind: 'reply'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: string; readonly message: string }
  | { readonly kind: 'push'; readonly channel: string; readonly args: readonly unknown[] };

const errorReducer = {
  Error: (value: unknown) => value instanceof Error && [value.name, value.message, value.stack],
};

const errorReviver = {
  Error: ([name, message, stack]: [string, string, string | undefined]) =>
    Object.assign(new Error(message), { name, stack }),
};

/**
 * As text, after the structured clone that Electron makes: functions, promises and symbols throw,
 * prototypes are lost, and `undefined`, dates, maps, sets and bytes survive.
 */
export function encode(message: FromFrame | ToFrame): string {
  return stringify(cloneOrThrow(message), errorReducer);
}

export function decode<M extends FromFrame | ToFrame>(data: string): M {
  return parse(data, errorReviver);
}

function cloneOrThrow<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}

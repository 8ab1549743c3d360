import { useState } from 'react';

/**
 * What becomes of these inputs and of what was made last time; made anew only when an input is another one. A
 * state and not a ref, so that what React draws and then throws away leaves no trace.
 */
export function useDerived<Value>(
  inputs: readonly unknown[],
  derive: (before: Value | null) => Value,
): Value {
  const [last, setLast] = useState<{ readonly inputs: readonly unknown[]; readonly value: Value } | null>(
    null,
  );
  if (last?.inputs.every((input, at) => Object.is(input, inputs[at]))) return last.value;
  const value = derive(last?.value ?? null);
  setLast({ inputs, value });
  return value;
}

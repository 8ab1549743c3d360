export type Turns = <T>(task: () => Promise<T>) => Promise<T>;

/** Runs tasks one after another, in the order they were asked for; a failed one does not stop the next. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}

export interface Pace {
  readonly ask: () => void;
  readonly stop: () => void;
}

/** Does the work at once when asked, and then at most once per `everyMs` however often it is asked. */
export function createPace(work: () => void, everyMs: number): Pace {
  let resting: NodeJS.Timeout | null = null;
  let isAskedAgain = false;

  function begin(): void {
    isAskedAgain = false;
    resting = setTimeout(() => {
      resting = null;
      if (isAskedAgain) begin();
    }, everyMs);
    work();
  }

  return {
    ask: () => {
      if (resting === null) begin();
      else isAskedAgain = true;
    },
    stop: () => {
      if (resting !== null) clearTimeout(resting);
      isAskedAgain = false;
    },
  };
}

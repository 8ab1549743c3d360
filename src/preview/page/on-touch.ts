const atMostEveryMs = 1_000;

/** Calls back when somebody uses keyboard or mouse on this page, as often as idle time needs it. */
export function onTouch(heard: () => void): void {
  let lastMs = Number.NEGATIVE_INFINITY;
  const hear = ({ isTrusted, timeStamp }: Event): void => {
    if (!isTrusted || timeStamp - lastMs < atMostEveryMs) return;
    lastMs = timeStamp;
    heard();
  };
  for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) {
    window.addEventListener(name, hear, { capture: true, passive: true });
  }
}

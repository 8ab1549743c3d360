/** The event object of Electron's preventable events. */
export interface Preventable {
  preventDefault: () => void;
  readonly defaultPrevented: boolean;
}

export function createPreventable(): Preventable {
  let isPrevented = false;
  return {
    preventDefault: () => {
      isPrevented = true;
    },
    get defaultPrevented() {
      return isPrevented;
    },
  };
}

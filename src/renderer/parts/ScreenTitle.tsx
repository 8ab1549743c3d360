import type { ReactNode } from 'react';
import { useFocusOnEnter } from './focus.ts';

interface ScreenTitleProps {
  readonly className: string;
  readonly children: ReactNode;
}

/** Every screen has one, and starts there: what had the focus is gone with the screen before. */
export function ScreenTitle({ className, children }: ScreenTitleProps) {
  return (
    <h1 ref={useFocusOnEnter<HTMLHeadingElement>()} tabIndex={-1} className={`outline-none ${className}`}>
      {children}
    </h1>
  );
}

import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <span className="flex items-start gap-1.5 text-sm text-warning">
      <Icon name="warning" className="mt-px size-3.5" />
      <span>{children}</span>
    </span>
  );
}

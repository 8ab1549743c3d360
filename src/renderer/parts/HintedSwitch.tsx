import { useId } from 'react';
import { Switch, type SwitchProps } from './Switch.tsx';

/** A switch whose words do not say enough. */
export function HintedSwitch({ hint, ...props }: SwitchProps & { readonly hint: string }) {
  const hintId = useId();
  return (
    <div className="flex flex-col gap-0.5">
      <Switch {...props} aria-describedby={hintId} />
      <p id={hintId} className="pr-12 text-sm text-muted">
        {hint}
      </p>
    </div>
  );
}

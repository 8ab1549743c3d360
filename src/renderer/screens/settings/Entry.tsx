import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { Icon } from '../../parts/Icon.tsx';

interface EntryProps {
  readonly title: string;
  readonly hint: string;
  readonly onPress: () => void;
}

/** The way to a screen of its own. The whole of it can be pressed, and only the title is its name. */
export function Entry({ title, hint, onPress }: EntryProps) {
  const hintId = useId();
  return (
    <div className="relative flex items-center gap-3 px-3 py-2.5 hover:bg-sunken">
      <Button
        aria-label={title}
        aria-describedby={hintId}
        onPress={onPress}
        className="absolute inset-0 rounded-xl -outline-offset-2"
      />
      <div className="min-w-0 grow">
        <span aria-hidden="true" className="font-medium">
          {title}
        </span>
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      </div>
      <Icon name="chevron" className="size-4 -rotate-90 text-muted" />
    </div>
  );
}

import { Button } from 'react-aria-components/Button';
import { passesFocusOn } from './focus.ts';
import { Icon, type IconName } from './Icon.tsx';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isPressed?: boolean;
  readonly excludeFromTabOrder?: boolean;
  /** Of no use now, but still there: a button that vanished would take the focus with it. */
  readonly isIdle?: boolean;
  readonly className?: string;
  /** A few characters on the icon's corner; what they mean has to be in the label as well. */
  readonly badge?: string | null;
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, onPress, isPressed, isIdle = false, className = '', badge = null } = props;
  const { excludeFromTabOrder = false } = props;
  return (
    <Button
      ref={passesFocusOn}
      aria-label={label}
      onPress={() => (isIdle ? undefined : onPress())}
      excludeFromTabOrder={excludeFromTabOrder}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      className={`relative grid size-7 shrink-0 place-items-center rounded-md text-muted transition-colors hover:bg-sunken hover:text-ink aria-disabled:opacity-40 aria-pressed:bg-accent/12 aria-pressed:text-accent forced-colors:aria-pressed:outline-2 ${className}`}
      render={(rendered) => (
        <button {...rendered} title={label} {...(isIdle ? { 'aria-disabled': true } : {})} />
      )}
    >
      <Icon name={icon} />
      {badge === null ? null : (
        <span
          aria-hidden="true"
          className="absolute -top-0.5 left-3.5 min-w-3.5 rounded-full bg-accent px-1 text-center text-[0.625rem]/3.5 font-semibold text-on-accent tabular-nums forced-colors:outline"
        >
          {badge}
        </span>
      )}
    </Button>
  );
}

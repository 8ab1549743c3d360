import { Button } from 'react-aria-components/Button';
import { Icon, type IconName } from './Icon.tsx';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly isPressed?: boolean;
  readonly className?: string;
}

export function IconButton({ icon, label, onPress, isPressed, className = '' }: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      onPress={onPress}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      className={`grid size-7 shrink-0 place-items-center rounded-md text-muted transition-colors hover:bg-sunken hover:text-ink ${className}`}
      render={(props) => <button {...props} title={label} />}
    >
      <Icon name={icon} />
    </Button>
  );
}

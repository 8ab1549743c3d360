import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { passesFocusOn } from './focus.ts';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly look?: Look;
  /** Among facts and in bars, where a button of full size would be too loud. */
  readonly isSmall?: boolean;
  readonly className?: string;
}

const looks: Readonly<Record<Look, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent font-semibold',
  plain: 'bg-surface text-ink border-line-strong hover:bg-sunken font-medium',
  quiet: 'border-transparent text-accent hover:bg-sunken font-medium',
  danger: 'border-transparent text-danger hover:bg-sunken font-medium',
};

export function Button({ look = 'plain', isSmall = false, className = '', ...props }: ButtonProps) {
  return (
    <AriaButton
      ref={passesFocusOn}
      {...props}
      className={`inline-flex max-w-full shrink-0 items-center justify-center gap-1.5 rounded-md border transition-colors disabled:opacity-50 pending:opacity-80 ${isSmall ? 'min-h-7 px-2 text-sm' : 'min-h-8 px-3 py-1'} ${looks[look]} ${className}`}
    />
  );
}

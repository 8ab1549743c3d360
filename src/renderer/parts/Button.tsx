import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style'> {
  readonly look?: Look;
  readonly className?: string;
}

const looks: Readonly<Record<Look, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent font-semibold',
  plain: 'bg-surface text-ink border-line-strong hover:bg-sunken font-medium',
  quiet: 'border-transparent text-accent hover:bg-sunken font-medium',
  danger: 'border-transparent text-danger hover:bg-sunken font-medium',
};

export function Button({ look = 'plain', className = '', ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={`inline-flex min-h-8 shrink-0 items-center justify-center gap-1.5 rounded-md border px-3 py-1 transition-colors disabled:opacity-50 pending:opacity-80 ${looks[look]} ${className}`}
    />
  );
}

import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

type Tone = 'danger' | 'warning' | 'good';

interface BannerProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const tones: Readonly<Record<Tone, { readonly colour: string; readonly icon: IconName }>> = {
  danger: { colour: 'text-danger', icon: 'warning' },
  warning: { colour: 'text-warning', icon: 'warning' },
  good: { colour: 'text-accent', icon: 'check' },
};

export function Banner({ tone, title, children, actions }: BannerProps) {
  const { colour, icon } = tones[tone];
  return (
    <div
      className={`flex flex-wrap gap-x-2 rounded-lg border border-current/30 bg-surface px-2.5 py-2 ${colour}`}
    >
      <Icon name={icon} className="mt-0.5 size-4" />
      <div className="min-w-0 grow basis-24 wrap-anywhere">
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        {children === undefined ? null : <div className="text-sm text-ink">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="ml-auto flex shrink-0 items-start">{actions}</div>}
    </div>
  );
}

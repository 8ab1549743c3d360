import { useTranslation } from 'react-i18next';
import { whenText } from './when-text.ts';

interface WhenProps {
  readonly atMs: number;
  readonly today: string;
}

export function When({ atMs, today }: WhenProps) {
  const { i18n } = useTranslation();
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      className="ml-auto shrink-0 text-sm font-normal text-muted tabular-nums"
    >
      {whenText(atMs, today, i18n.language)}
    </time>
  );
}

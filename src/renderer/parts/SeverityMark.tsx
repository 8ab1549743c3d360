import { useTranslation } from 'react-i18next';
import type { Severity } from '../../shared/rules.ts';

const triangle = 'M8 1.4 15.4 14.4H.6Z';
/** Outlined to warn, filled to alarm: told apart without colour. */
const paths: Readonly<Record<Severity, string>> = {
  warning: `${triangle}M8 4.5 3.2 12.9H12.8ZM7.2 7.2H8.8V10.2H7.2ZM7.2 11H8.8V12.2H7.2Z`,
  alarm: `${triangle}M7.1 5.8H8.9V10H7.1ZM7.1 11.2H8.9V13H7.1Z`,
};

export const severityText: Readonly<Record<Severity, string>> = {
  warning: 'text-warning',
  alarm: 'text-danger',
};

export function SeverityMark({
  severity,
  className = 'size-3',
}: {
  readonly severity: Severity;
  readonly className?: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        fillRule="evenodd"
        className={`shrink-0 fill-current forced-colors:fill-[CanvasText] ${className}`}
      >
        <path d={paths[severity]} />
      </svg>
      <span className="sr-only">{t(`agents.severity.${severity}`)}</span>
    </>
  );
}

/** Drawn on a 16 by 16 grid with strokes, so that they take the colour of the text beside them. */
const icons = {
  back: 'M10 3 5 8l5 5',
  bell: 'M8 2a3.6 3.6 0 0 0-3.6 3.6V9L3 11.2h10L11.6 9V5.6A3.6 3.6 0 0 0 8 2ZM6.5 13.4h3',
  bellOff:
    'M8 2a3.6 3.6 0 0 0-3.6 3.6V9L3 11.2h10L11.6 9V5.6A3.6 3.6 0 0 0 8 2ZM6.5 13.4h3M2.5 13.5 13.5 2.5',
  check: 'm3 8.5 3.2 3L13 4.5',
  chevron: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8m0-8-8 8',
  down: 'M8 3v10m4-4-4 4-4-4',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  eyeOff:
    'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM3 14 13 2',
  group: 'M2.5 3h3v3h-3zM8.5 4.5h5M2.5 10h3v3h-3zM8.5 11.5h5',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.2 6.4a1.8 1.8 0 1 1 2.7 1.5c-.6.35-.9.7-.9 1.3M8 11.4v.2',
  minus: 'M3.5 8h9',
  pause: 'M5.5 3.5v9m5-9v9',
  person: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8ZM3 13.5c.5-2.3 2.5-3.5 5-3.5s4.5 1.2 5 3.5',
  pin: 'M6 2.5h4M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5',
  play: 'M5 3.5 12 8l-7 4.5z',
  plus: 'M8 3.5v9M3.5 8h9',
  refresh: 'M13 5.5A5.5 5.5 0 1 0 13.5 8M13.5 2.5v3.3h-3.3',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2L14 14',
  settings:
    'M2 5h5.5M12 5h2M2 11h2M8.5 11H14M9.75 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6.25 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  sort: 'M5 3v10M5 13l-2.5-2.5M5 13l2.5-2.5M9.5 4h4M9.5 8h3M9.5 12h2',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  up: 'M8 13V3M4 7l4-4 4 4',
  warning: 'M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.4v.4',
} as const;

export type IconName = keyof typeof icons;

interface IconProps {
  readonly name: IconName;
  readonly className?: string;
}

export function Icon({ name, className = 'size-4' }: IconProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={icons[name]} />
    </svg>
  );
}

import { Icon } from './Icon.tsx';

/** The box of something that can be chosen; whoever draws it says the same to screen readers. */
export function TickBox({ isChecked }: { readonly isChecked: boolean | 'some' }) {
  const colour =
    isChecked === false ? 'border-line-strong bg-surface' : 'border-accent bg-accent text-on-accent';
  return (
    <span
      aria-hidden="true"
      className={`grid size-4 shrink-0 place-items-center rounded border ${colour} forced-colors:border-[ButtonText]`}
    >
      {isChecked === false ? null : (
        <Icon name={isChecked === 'some' ? 'minus' : 'check'} className="size-3" />
      )}
    </span>
  );
}

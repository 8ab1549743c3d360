/** How lists that open look: those of `Choice` and of `Suggest`. */
export const listPopover =
  'w-max max-w-80 min-w-(--trigger-width) overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 shadow-lg';

export const listOption =
  'flex min-h-7 items-center gap-2 rounded-md px-2 py-1 outline-none wrap-anywhere data-focused:bg-sunken data-selected:font-medium data-disabled:opacity-50 forced-colors:data-focused:outline-2';

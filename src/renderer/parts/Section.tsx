import { type ReactNode, useId } from 'react';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-1.5">
      <h2 id={titleId} className="text-sm font-semibold text-muted">
        {title}
      </h2>
      <div className="flex flex-col gap-2.5 rounded-xl border border-line bg-surface px-3 py-2.5">
        {children}
      </div>
    </section>
  );
}

import { memo, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';

interface SearchBoxProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
  readonly label: string;
  readonly hint: string;
}

/** A screen has one at most: `/` leads to it from anywhere on the screen. */
export const SearchBox = memo(function SearchBox({ query, onChange, label, hint }: SearchBoxProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <SearchField
      aria-label={label}
      value={query}
      onChange={onChange}
      className="group relative flex min-w-0 grow basis-36 items-center"
    >
      <Icon name="search" className="pointer-events-none absolute left-2.5 size-3.5 text-muted" />
      <Input
        ref={input}
        aria-keyshortcuts="/"
        placeholder={hint}
        className="h-8 w-full rounded-md border border-line-strong bg-surface pr-8 pl-8 [&::-webkit-search-cancel-button]:hidden"
      />
      <Button
        aria-label={t('popover.clear')}
        className="absolute right-1 grid size-6 place-items-center rounded text-muted group-data-empty:hidden hover:text-ink"
      >
        <Icon name="close" className="size-3.5" />
      </Button>
    </SearchField>
  );
});

import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { StatusMeaning } from '../../../shared/dictionary.ts';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { passesFocusOn } from '../../parts/focus.ts';
import { Icon } from '../../parts/Icon.tsx';
import { minutesText } from '../../parts/parse-minutes.ts';
import { isUnknown, shownFamily } from './dictionary-edits.ts';
import { StatusEditor, type StatusEditorProps } from './StatusEditor.tsx';

interface StatusRowProps extends StatusEditorProps {
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onToggle: (meaning: StatusMeaning) => void;
}

export function StatusRow({ isOpen, isTabStop, onToggle, ...editor }: StatusRowProps) {
  const { t } = useTranslation();
  const detailsId = useId();
  const { meaning } = editor;
  const family = shownFamily(meaning);
  const isLimited = family === 'paused' && meaning.limitMs !== null;
  const means = [
    t(`family.${family}`),
    meaning.label,
    isLimited ? t('statuses.limitOf', { minutes: minutesText(meaning.limitMs) }) : '',
  ];
  return (
    <li className="border-b border-line last:border-b-0 data-open:bg-canvas" data-open={isOpen || undefined}>
      <button
        ref={passesFocusOn}
        type="button"
        data-status={meaning.status}
        tabIndex={isTabStop ? 0 : -1}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        onClick={() => onToggle(meaning)}
        className="flex w-full items-start gap-2.5 px-4 py-2 text-left -outline-offset-2 hover:bg-canvas"
      >
        <FamilyMark family={family} className="mt-0.5 size-3.5" />
        <span className="min-w-0 grow">
          <span className="flex gap-1.5">
            <span className={`min-w-0 font-medium ${isOpen ? 'wrap-anywhere' : 'truncate'}`}>
              {meaning.status}
            </span>
            {isOpen ? null : (
              <>
                <span aria-hidden="true" className="shrink-0 text-muted">
                  →
                </span>
                <span className="max-w-2/3 shrink-0 truncate text-muted">
                  {means.filter((part) => part !== '').join(' · ')}
                </span>
              </>
            )}
          </span>
          {isUnknown(meaning) ? (
            <span className="block text-sm text-warning">{t('statuses.unknown')}</span>
          ) : null}
        </span>
        <Icon
          name="chevron"
          className={`mt-0.5 size-3.5 text-muted transition-transform ${isOpen ? 'rotate-180' : ''}`}
        />
      </button>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen ? <StatusEditor {...editor} /> : null}
      </div>
    </li>
  );
}

import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.tsx';
import { IntervalField } from '../../parts/IntervalField.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Warning } from '../../parts/Warning.tsx';
import type { Fields } from './fields.ts';

interface AdvancedProps {
  readonly fields: Fields;
  readonly onChange: (part: Partial<Fields>) => void;
}

export function Advanced({ fields, onChange }: AdvancedProps) {
  const { t } = useTranslation();
  return (
    <Disclosure className="group">
      <Heading level={2}>
        <Button
          slot="trigger"
          className="-mx-1 flex items-center gap-1 rounded-md px-1 py-1 font-medium text-accent hover:underline"
        >
          <Icon
            name="chevron"
            className="size-4 -rotate-90 transition-transform group-data-expanded:rotate-0"
          />
          {t('connect.advanced')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="flex flex-col gap-3 pt-2">
          <Segmented
            label={t('connect.method')}
            value={fields.method}
            options={[
              { value: 'post', label: 'POST' },
              { value: 'get', label: 'GET' },
            ]}
            onChange={(method) => onChange({ method })}
            hint={
              fields.method === 'get' ? (
                <Warning>{t('connect.methodGetWarning')}</Warning>
              ) : (
                t('connect.methodHint')
              )
            }
          />
          <Segmented
            label={t('connect.format')}
            value={fields.format}
            options={[
              { value: 'json', label: 'JSON' },
              { value: 'xml', label: 'XML' },
            ]}
            onChange={(format) => onChange({ format })}
          />
          <IntervalField intervalMs={fields.intervalMs} onChange={(intervalMs) => onChange({ intervalMs })} />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

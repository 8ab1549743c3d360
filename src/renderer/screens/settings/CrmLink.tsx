import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CrmProblem, crmFields, crmProblem, longestCrmTemplate } from '../../../shared/crm-link.ts';
import { Field } from '../../parts/Field.tsx';
import { Section } from '../../parts/Section.tsx';
import { usePreferences } from '../../preferences.ts';
import { CrmPreview } from './CrmPreview.tsx';

/** Saved when done typing: the beginning of an address is often an address, of somebody else's server. */
export function CrmLink() {
  const { t } = useTranslation();
  const { preferences, edit } = usePreferences();
  const saved = preferences.crmTemplate;
  const [typed, setTyped] = useState(saved);
  const template = typed.trim();
  const problem = problemOf(template);

  const save = () => {
    if (problem === null && template !== saved) void edit(() => ({ crmTemplate: template }));
  };
  const saveOnLeaving = useEffectEvent(save);
  useEffect(() => () => saveOnLeaving(), []);

  return (
    <Section title={t('settings.crm')}>
      <Field
        label={t('settings.crmTemplate')}
        placeholder="https://crm.example.com/{lead_id}"
        value={typed}
        onChange={setTyped}
        onBlur={save}
        onKeyDown={({ key }) => {
          if (key === 'Enter') save();
        }}
        error={
          problem === null ? undefined : `${t(`settings.crmProblem.${problem}`)} ${t('settings.crmNotSaved')}`
        }
        hint={t('settings.crmHint')}
      />
      <ul aria-label={t('settings.crmFields')} className="flex flex-wrap gap-1">
        {crmFields.map((field) => (
          <li key={field} className="rounded bg-sunken px-1.5 font-mono text-sm select-text">
            {`{${field}}`}
          </li>
        ))}
      </ul>
      {template === '' || problem !== null ? null : <CrmPreview template={template} />}
    </Section>
  );
}

function problemOf(template: string): CrmProblem | null {
  if (template === '') return null;
  return template.length > longestCrmTemplate ? 'too-long' : crmProblem(template);
}

import { useTranslation } from 'react-i18next';
import { changeKinds } from '../../../shared/change.ts';
import { longestStatus } from '../../../shared/dictionary.ts';
import { families } from '../../../shared/family.ts';
import type { OwnWhat } from '../../../shared/rules.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Suggest } from '../../parts/Suggest.tsx';
import { CountField } from './CountField.tsx';
import type { FieldsProps } from './fields-props.ts';
import { whatOf, withWhat } from './own-rule.ts';
import { TimeRow } from './TimeRow.tsx';

const kinds = [
  'in-family',
  'in-status',
  'several',
  'nobody-ready',
  'change',
] as const satisfies OwnWhat['kind'][];

export function WhatFields({ rule, known, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { what } = rule;
  const change = (next: OwnWhat) => onChange((now) => withWhat(now, next));
  return (
    <>
      <Choice
        label={t('rules.edit.when')}
        value={what.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`rules.edit.what-${kind}`) }))}
        onChange={(kind) => {
          if (kind !== what.kind) change(whatOf(kind, known));
        }}
      />
      {what.kind === 'change' ? (
        <Choice
          label={t('rules.edit.change')}
          value={what.change}
          options={changeKinds.map((kind) => ({ value: kind, label: t(`rules.edit.changes.${kind}`) }))}
          onChange={(kind) => change({ ...what, change: kind })}
        />
      ) : null}
      {what.kind === 'in-family' || what.kind === 'several' ? (
        <Choice
          label={t('rules.edit.state')}
          value={what.family}
          options={families.map((family) => ({ value: family, label: t(`family.${family}`) }))}
          onChange={(family) => change({ ...what, family })}
        />
      ) : null}
      {what.kind === 'in-status' ? (
        <Suggest
          label={t('rules.edit.status')}
          value={what.status}
          suggestions={known.statuses}
          maxLength={longestStatus}
          emptyError={t('rules.edit.statusNeeded', { status: what.status })}
          onChange={(status) => change({ ...what, status })}
        />
      ) : null}
      {what.kind === 'several' ? (
        <CountField count={what.count} onChange={(count) => change({ ...what, count })} />
      ) : null}
      {what.kind === 'in-family' || what.kind === 'in-status' || what.kind === 'nobody-ready' ? (
        <TimeRow
          label={t('rules.edit.longerThan')}
          valueMs={what.longerThanMs}
          onChange={(longerThanMs) => change({ ...what, longerThanMs })}
        />
      ) : null}
    </>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { changeKinds } from '../../../shared/change.ts';
import { longestStatus } from '../../../shared/dictionary.ts';
import { families } from '../../../shared/family.ts';
import { type OwnWhat, ownKinds } from '../../../shared/rules.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Suggest } from '../../parts/Suggest.tsx';
import { CountField } from './CountField.tsx';
import type { FieldsProps } from './fields-props.ts';
import { whatOf, withWhat } from './own-rule.ts';
import { TimeRow } from './TimeRow.tsx';

export function WhatFields({ rule, known, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { what } = rule;
  const change = (next: OwnWhat) => onChange((now) => withWhat(now, next));
  return (
    <>
      <Choice
        label={t('rules.edit.when')}
        value={what.kind}
        options={ownKinds.map((kind) => ({ value: kind, label: t(`rules.edit.what-${kind}`) }))}
        onChange={(kind) => {
          if (kind !== what.kind) change(whatOf(kind, known));
        }}
      />
      <FieldsOfKind what={what} statuses={known.statuses} onChange={change} />
    </>
  );
}

interface FieldsOfKindProps {
  readonly what: OwnWhat;
  readonly statuses: readonly string[];
  readonly onChange: (next: OwnWhat) => void;
}

function FieldsOfKind({ what, statuses, onChange }: FieldsOfKindProps): ReactElement {
  const { t } = useTranslation();
  const family = (of: Extract<OwnWhat, { family: unknown }>) => (
    <Choice
      label={t('rules.edit.state')}
      value={of.family}
      options={families.map((value) => ({ value, label: t(`family.${value}`) }))}
      onChange={(chosen) => onChange({ ...of, family: chosen })}
    />
  );
  const longerThan = (of: Extract<OwnWhat, { longerThanMs: unknown }>) => (
    <TimeRow
      label={t('rules.edit.longerThan')}
      valueMs={of.longerThanMs}
      onChange={(longerThanMs) => onChange({ ...of, longerThanMs })}
    />
  );
  switch (what.kind) {
    case 'in-family':
      return (
        <>
          {family(what)}
          {longerThan(what)}
        </>
      );
    case 'in-status':
      return (
        <>
          <Suggest
            label={t('rules.edit.status')}
            value={what.status}
            suggestions={statuses}
            maxLength={longestStatus}
            emptyError={t('rules.edit.statusNeeded', { status: what.status })}
            onChange={(status) => onChange({ ...what, status })}
          />
          {longerThan(what)}
        </>
      );
    case 'several':
      return (
        <>
          {family(what)}
          <CountField count={what.count} onChange={(count) => onChange({ ...what, count })} />
        </>
      );
    case 'nobody-ready':
      return longerThan(what);
    case 'change':
      return (
        <Choice
          label={t('rules.edit.change')}
          value={what.change}
          options={changeKinds.map((kind) => ({ value: kind, label: t(`rules.edit.changes.${kind}`) }))}
          onChange={(kind) => onChange({ ...what, change: kind })}
        />
      );
  }
}

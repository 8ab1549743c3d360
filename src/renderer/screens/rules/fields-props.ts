import type { OwnRule } from '../../../shared/rules.ts';
import type { Known } from './own-rule.ts';

/** What each part of a rule's editor shows and changes. */
export interface FieldsProps {
  readonly rule: OwnRule;
  readonly known: Known;
  readonly onChange: (changeOf: (now: OwnRule) => OwnRule) => void;
}

import type { OwnRule } from '../../../shared/rules.ts';
import type { KnownForRules } from './own-rule.ts';

/** What each part of a rule's editor shows and changes. */
export interface FieldsProps {
  readonly rule: OwnRule;
  readonly known: KnownForRules;
  readonly onChange: (changeOf: (now: OwnRule) => OwnRule) => void;
}

import { isSameStatus } from '../../shared/family.ts';
import type { OwnRule, Rule } from '../../shared/rules.ts';
import type { Settings } from '../../shared/settings.ts';
import type { AgentState } from '../../watch/agents.ts';
import { remember } from '../app/remember.ts';
import { isAbout } from './whom.ts';

type Of = Pick<AgentState, 'user' | 'reading'>;

/**
 * Whether a rule of the user's own, about this agent or a group they are in, takes the place of a standard rule
 * for what this agent does now. It does so whether it is stricter or looser, and whatever it brings.
 */
export function isReplaced(rule: Rule, agent: Of, settings: Settings): boolean {
  const own = ownAboutSome(settings.rules);
  if (own.length === 0 || settings.rules.some((one) => one === rule)) return false;
  return own.some((one) => covers(one, rule, agent) && isAbout(one.whom, agent.user, settings));
}

const ownAboutSome = remember((rules: readonly OwnRule[]) =>
  rules.filter(({ isOn, whom }) => isOn && whom.kind !== 'everyone'),
);

/** Whether both speak of the same: the same change, or the state the agent is in. */
function covers({ what: own }: OwnRule, { what: standard }: Rule, { reading }: Of): boolean {
  switch (standard.kind) {
    case 'change':
      return own.kind === 'change' && own.change === standard.change;
    case 'in-family':
    case 'in-status':
    case 'allowance':
    case 'still':
      return (
        (own.kind === 'in-family' && own.family === reading.family) ||
        (own.kind === 'in-status' && isSameStatus(own.status, reading.status))
      );
    case 'several':
    case 'nobody-ready':
      return false;
  }
}

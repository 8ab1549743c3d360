import type { RosterCampaign, RosterUser } from '../../../shared/roster.ts';
import { fold, wordsOf } from '../../parts/fold.ts';

export interface RosterFilter {
  readonly query: string;
  /** By its key; null for all. */
  readonly campaign: string | null;
  readonly showsInactive: boolean;
}

export const noRosterFilter: RosterFilter = { query: '', campaign: null, showsInactive: false };

/** A user with what the search looks through, made once for all searches. */
export interface RosterEntry extends RosterUser {
  readonly text: string;
}

const byName = new Intl.Collator(undefined, { numeric: true });

export const entriesOf = (users: readonly RosterUser[]): readonly RosterEntry[] =>
  users
    .map((user) => ({
      ...user,
      text: fold([user.user, user.name, ...user.campaigns.map(textOf)].join('\n')),
    }))
    .sort((a, b) => byName.compare(a.name || a.user, b.name || b.user));

const textOf = ({ id, name }: RosterCampaign): string => `${name}\n${id}`;

/** Every word typed has to be in the name, the user or a campaign; case and accents do not matter. */
export function filterRoster(entries: readonly RosterEntry[], filter: RosterFilter): readonly RosterEntry[] {
  const words = wordsOf(filter.query);
  return entries.filter(
    ({ text, campaigns, isActive }) =>
      (isActive || filter.showsInactive) &&
      (filter.campaign === null || campaigns.some((one) => keyOf(one) === filter.campaign)) &&
      words.every((word) => text.includes(word)),
  );
}

const keyOf = ({ id, name }: RosterCampaign): string => id || name;

export interface CampaignChoice {
  readonly key: string;
  readonly label: string;
}

/** The campaigns there are, by name; where two have the same, the id tells them apart. */
export function campaignChoices(users: readonly RosterUser[]): readonly CampaignChoice[] {
  const campaigns = new Map(users.flatMap((user) => user.campaigns).map((one) => [keyOf(one), one]));
  const seen = new Map<string, number>();
  for (const { name } of campaigns.values()) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...campaigns]
    .map(([key, { id, name }]) => ({
      key,
      label: name === '' ? id : (seen.get(name) ?? 0) > 1 ? `${name} (${id})` : name,
    }))
    .sort((a, b) => byName.compare(a.label, b.label));
}

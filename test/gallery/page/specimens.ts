import type { Specimen, Specimens } from './specimen.ts';
import { agents } from './specimens/agents.ts';
import { connect, firstRun, signedOut, waiting } from './specimens/before-watching.ts';
import { inbox } from './specimens/inbox.ts';
import { roster } from './specimens/roster.ts';
import { rulesScreen } from './specimens/rules.ts';
import { settings } from './specimens/settings.ts';
import { statuses } from './specimens/statuses.ts';

export const screens: readonly { readonly title: string; readonly specimens: Specimens }[] = [
  { title: 'Waiting', specimens: waiting },
  { title: 'First run', specimens: firstRun },
  { title: 'Connect', specimens: connect },
  { title: 'Signed out', specimens: signedOut },
  { title: 'Agents', specimens: agents },
  { title: 'Choose agents', specimens: roster },
  { title: 'Inbox', specimens: inbox },
  { title: 'Rules', specimens: rulesScreen },
  { title: 'Statuses', specimens: statuses },
  { title: 'Settings', specimens: settings },
];

const byName = new Map(screens.flatMap(({ specimens }) => Object.entries(specimens)));

export const specimenNames: readonly string[] = [...byName.keys()];

export function specimenNamed(name: string): Specimen {
  const specimen = byName.get(name);
  if (specimen === undefined) throw new Error(`There is no specimen ${name}.`);
  return specimen;
}

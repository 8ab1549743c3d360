import { createWords } from '../../src/main/app/words.ts';
import { inboxViewOf } from '../../src/main/inbox/inbox-view.ts';
import { enter } from '../../src/main/inbox/records.ts';
import { createRedactor } from '../../src/main/log/redact.ts';
import { appViewOf } from '../../src/main/page/app-view-of.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import { interpret, withStatus } from '../../src/main/statuses/dictionary.ts';
import { trayView } from '../../src/main/tray/view.ts';
import { changeKinds } from '../../src/shared/change.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { tableOf } from '../../src/shared/tables.ts';
import { createRandom, integer, pick, type Random } from '../../src/simulator/random.ts';
import { readingOfData } from '../../src/watch/dialler/reading-of.ts';
import { problemOfError } from '../../src/watch/dialler/reply-error.ts';
import { maskNumber } from '../../src/watch/mask.ts';
import { createDecider } from '../fakes/alert-world.ts';
import { aChange, anAccount, anAgent } from '../fakes/builders.ts';
import { digitsOf, inScript, scripts, separators, spellings } from './number-spellings.ts';

export interface NumberFigures {
  readonly spellings: number;
  readonly separators: number;
  readonly scripts: number;
  readonly calls: number;
  /** Places in which a whole number could be read, or a mask showed something else than its last four digits. */
  readonly leaks: readonly string[];
}

const words = createWords();
const { redact } = createRedactor();

/** Every spelling with every separator in every script as the customer's number, which the dialler repeats otherwise. */
export function fuzzNumbers(calls: number, seed: number): NumberFigures {
  const random = createRandom(seed);
  const leaks = new Set<string>();
  const all = spellings.flatMap((spell) =>
    separators.flatMap((separator) =>
      Object.values(scripts).map(
        (script) => (groups: readonly string[]) =>
          spell(
            groups.map((group) => inScript(group, script)),
            separator,
          ),
      ),
    ),
  );
  const [first, ...others] = all;
  if (first === undefined) throw new Error('There is no spelling.');
  for (const spell of all) {
    const groups = someNumber(random);
    const number = groups.join('');
    const mask = maskNumber(spell(groups));
    if (!mask.startsWith('•••') || digitsOf(mask) !== number.slice(-4))
      leaks.add(`mask of ${spell(groups)}: ${mask}`);
  }
  for (let left = calls; left > 0; left -= 1) {
    const groups = someNumber(random);
    const number = groups.join('');
    const again = (): string => pick(random, [first, ...others])(groups);
    for (const [place, isPresenting, text] of placesOf(again)) {
      const end = number.slice(isPresenting ? -5 : -7);
      const rest = text.split(/\n|•••/).find((line) => digitsOf(line).includes(end));
      if (rest !== undefined)
        leaks.add(`${number} in ${place}${isPresenting ? ', presenting' : ''}: ${rest}`);
    }
  }
  const { length } = spellings;
  return {
    spellings: length,
    separators: separators.length,
    scripts: Object.keys(scripts).length,
    calls,
    leaks: [...leaks],
  };
}

/** In groups; its end is found nowhere by chance. */
function someNumber(random: Random): readonly string[] {
  const number = Array.from({ length: integer(random, 10, 12) }, () => integer(random, 0, 9)).join('');
  if (new Set(number.slice(-5)).size < 3) return someNumber(random);
  return [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
}

/** Everything that the app makes of one call, as lines of text, and whether it is made while presenting. */
function placesOf(
  again: () => string,
): readonly (readonly [place: string, isPresenting: boolean, text: string])[] {
  const reading = readingOfData({
    status: `IN CALL ${again()}`,
    in_call_with: again(),
    caller_id: again(),
    campaign_id: again(),
    campaign_name: `Offer ${again()}`,
    call_type: again(),
    lead_id: again(),
    vendor_lead_code: `cust_${again()}`,
    conf_exten: again(),
    server_ip: again(),
    color: again(),
  });
  const { unknownStatus } = interpret(reading, []);
  const dictionary = unknownStatus === null ? [] : withStatus([], unknownStatus);
  const problem = problemOfError({ result: `Error: ${again()}` });
  const seen = [false, true].flatMap((isPresenting) => {
    const settings = {
      ...defaultSettings,
      isPresenting,
      notify: tableOf(changeKinds, () => true),
      dictionary,
    };
    const since = { atMs: 0, atLeast: false };
    const agents = [anAgent('ana', reading, { since, seen: null })];
    const change = aChange('call-connected', { agentUser: 'ana', to: reading, seenMs: 1_000 });
    const ended = aChange('status-changed', { agentUser: 'ana', from: reading, seenMs: 1_000 });
    const { decisions } = createDecider().decide({
      nowMs: 1_000,
      agents,
      changes: [change, ended],
      settings,
    });
    const map = new Map(agents.map((agent) => [agent.user, agent]));
    const store = createAppStore({
      settings,
      account: anAccount(),
      health: { kind: 'ok', sinceMs: 0 },
      agents: map,
    });
    store.setState(enter(store.getState(), decisions));
    const state = store.getState();
    const tray = trayView(state, { t: words.in('en'), nowMs: 0, wallMs: 0, platform: 'linux' });
    const stamp = { revision: 1, nowMs: 0, appVersion: '1', platform: 'linux' } as const;
    return [
      ['page', isPresenting, linesOf(appViewOf(state, stamp).agents)],
      ['tray', isPresenting, linesOf([tray.tooltip, tray.menu])],
      ['inbox', isPresenting, linesOf([inboxViewOf(state, words), state.inbox, state.keptQuiet])],
    ] as const;
  });
  return [
    ...seen,
    ['settings', false, linesOf(dictionary)],
    ['problem', false, linesOf(problem)],
    ['log', false, redact(`said ${JSON.stringify({ once: again() })}`)],
    ['log', false, redact(again())],
  ];
}

const linesOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.values(value).map(linesOf).join('\n')
    : typeof value === 'string'
      ? value
      : '';

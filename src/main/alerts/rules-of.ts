import { changeKinds } from '../../shared/change.ts';
import type { Escalation, Rule } from '../../shared/rules.ts';
import type { Settings } from '../../shared/settings.ts';
import { thresholdFamilies } from '../../shared/thresholds.ts';

type Standard = Pick<Rule, 'id' | 'what' | 'escalation'> & Partial<Pick<Rule, 'whom' | 'severity'>>;

const onlyRow: Escalation = { row: 0, icon: null, notify: null, sound: null };
const onlyNotify: Escalation = { row: null, icon: null, notify: 0, sound: null };
const alarm = (notifies: boolean): Escalation => ({
  row: 0,
  icon: 0,
  notify: notifies ? 0 : null,
  sound: null,
});

/** Every rule in force: the standard ones that the plain settings stand for, then the user's own. */
export function rulesOf(settings: Settings): readonly Rule[] {
  const standard = [
    ...changeRules(settings),
    ...thresholdRules(settings),
    ...limitRules(settings),
    ...(settings.nudges ? nudges : []),
  ].map(
    (rule): Rule => ({ isOn: true, whom: { kind: 'everyone' }, holdMs: 0, severity: 'warning', ...rule }),
  );
  return [...standard, ...settings.rules.filter(({ isOn }) => isOn)];
}

const changeRules = ({ notify }: Settings): readonly Standard[] =>
  changeKinds
    .filter((kind) => notify[kind])
    .map((change) => ({ id: change, what: { kind: 'change', change }, escalation: onlyNotify }));

const thresholdRules = ({ thresholds }: Settings): readonly Standard[] =>
  thresholdFamilies.flatMap((family): readonly Standard[] => {
    const { warningMs, alarmMs, notifies } = thresholds[family];
    const longer = (longerThanMs: number) =>
      ({ kind: 'in-family', family, longerThanMs, isUnlimitedOnly: family === 'paused' }) as const;
    return [
      ...(warningMs === null
        ? []
        : [{ id: `${family}-warning`, what: longer(warningMs), escalation: onlyRow }]),
      ...(alarmMs === null
        ? []
        : [
            {
              id: `${family}-alarm`,
              what: longer(alarmMs),
              severity: 'alarm',
              escalation: alarm(notifies),
            } as const,
          ]),
    ];
  });

/** The pause nearing its limit colours everybody's row, and is told to the one it is about. */
function limitRules({ limitWarningMs, thresholds }: Settings): readonly Standard[] {
  const warning = { kind: 'allowance', beforeMs: limitWarningMs } as const;
  const over: Standard = {
    id: 'limit-over',
    what: { kind: 'allowance', beforeMs: 0 },
    severity: 'alarm',
    escalation: alarm(thresholds.paused.notifies),
  };
  if (limitWarningMs === 0) return [over];
  return [
    { id: 'limit-warning', what: warning, escalation: onlyRow },
    { id: 'limit-warning-me', whom: { kind: 'me' }, what: warning, escalation: { ...onlyNotify, icon: 0 } },
    over,
  ];
}

const minuteMs = 60_000;

const nudges: readonly Standard[] = [
  {
    id: 'still-paused',
    whom: { kind: 'me' },
    what: {
      kind: 'still',
      family: 'paused',
      longerThanMs: 10 * minuteMs,
      activeLongerThanMs: 3 * minuteMs,
    },
    escalation: onlyNotify,
  },
  {
    id: 'still-in-wrap-up',
    whom: { kind: 'me' },
    what: { kind: 'still', family: 'wrap-up', longerThanMs: 2 * minuteMs, activeLongerThanMs: minuteMs },
    escalation: onlyNotify,
  },
];

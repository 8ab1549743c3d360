import type { Settings } from '../../shared/settings.ts';
import { type ThresholdFamily, thresholdFamilies } from '../../shared/thresholds.ts';

/** The settings as far as they name nobody: switches and times as they are, lists by their length. */
export function settingsLines(settings: Settings, nowWallMs: number): readonly string[] {
  const { slowWhen, notify, listView, rules, groups, workingHours } = settings;
  const agentsInGroups = new Set(groups.flatMap(({ agentUsers }) => agentUsers)).size;
  return [
    `requests a second at most: ${settings.requestsPerSecond}`,
    `slower when: ${onesOf(slowWhen)}`,
    `notify of: ${onesOf(notify)}`,
    `theme: ${settings.theme}, language: ${settings.language ?? 'system'}`,
    `limits in s: ${thresholdFamilies.map((family) => limitText(settings, family)).join(', ')}`,
    `warning before a pause's limit: ${secondsOf(settings.limitWarningMs)} s`,
    `own rules: ${rules.length}, on: ${rules.filter(({ isOn }) => isOn).length}`,
    `groups: ${groups.length}, with ${agentsInGroups} agents`,
    `list: by ${listView.sort}, ${listView.isGrouped ? 'grouped' : 'not grouped'}, ${settings.pinned.length} pinned`,
    `me: ${settings.me === null ? 'not set' : 'set'}, reminders: ${settings.nudges}`,
    `told once of: ${settings.tellWhens.length}, muted agents: ${settings.mutedAgents.length}`,
    `muted now: ${settings.mutedUntilMs !== null && settings.mutedUntilMs > nowWallMs}`,
    `working hours: ${workingHours.isOn ? 'on' : 'off'}`,
    `a connection problem is told after: ${secondsOf(settings.problemAfterMs)} s`,
    `CRM link: ${originOf(settings.crmTemplate)}`,
    `presenting: ${settings.isPresenting}, hides numbers: ${settings.hidesNumbers}, sound: ${settings.hasSound}`,
    `proxies with a login: ${settings.knownProxies.length}`,
    `statuses with a meaning of their own: ${settings.dictionary.length}`,
  ];
}

const onesOf = (switches: Readonly<Record<string, boolean>>): string =>
  Object.keys(switches)
    .filter((name) => switches[name])
    .join(', ') || 'nothing';

function limitText({ thresholds }: Settings, family: ThresholdFamily): string {
  const { warningMs, alarmMs, notifies } = thresholds[family];
  return `${family} ${secondsOf(warningMs)}/${secondsOf(alarmMs)}${notifies ? ' told' : ''}`;
}

const secondsOf = (ms: number | null): string => (ms === null ? '-' : `${ms / 1_000}`);

/** Where it leads; path and parameters may say more than where. */
function originOf(template: string): string {
  if (template === '') return 'none';
  const url = URL.parse(template);
  return url === null ? 'not an address' : `${url.protocol}//${url.host}`;
}

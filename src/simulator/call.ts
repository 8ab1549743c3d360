import { type LiveInfo, liveInfo } from './live-info.ts';
import type { Person } from './people.ts';
import { between, integer, logNormal, pick, type Random } from './random.ts';

/** A stretch of time in one state; null is logged out. */
export interface Span {
  readonly lengthMs: number;
  readonly info: LiveInfo | null;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;

export const idle = (person: Person, status: string, lengthMs: number): Span => ({
  lengthMs,
  info: liveInfo({ status, conf_exten: person.confExten }),
});

/** From waiting for a call to having chosen its outcome. */
export function turn(person: Person, random: Random): readonly Span[] {
  const call = newCall(person, random);
  const during = (status: string, lengthMs: number): Span => ({
    lengthMs,
    info: { ...call, ...look(status) },
  });
  const talkMs = logNormal(random, 150 * secondMs, 0.8, 4 * secondMs, 40 * minuteMs);
  const spans = [idle(person, 'READY', logNormal(random, 70 * secondMs, 0.9, secondMs, 8 * minuteMs))];
  if (random() < 0.25) spans.push(during('QUEUE', between(random, 1, 3) * secondMs));
  spans.push(...talk(during, talkMs, random));
  if (random() < 0.1)
    spans.push(during('DEAD', logNormal(random, 9 * secondMs, 0.8, secondMs, 2 * minuteMs)));
  const chooseMs = logNormal(random, 18 * secondMs, 0.7, 2 * secondMs, 6 * minuteMs);
  const after = during('DISPOSITION', random() < 0.02 ? chooseMs + 4 * minuteMs : chooseMs);
  // The lead stays until its outcome is chosen, but nobody is on the line any more.
  spans.push({ ...after, info: { ...call, ...look('DISPOSITION'), in_call_with: '' } });
  return spans;
}

/** Most calls are one stretch; some customers are parked, some are joined by a third party. */
function talk(
  during: (status: string, lengthMs: number) => Span,
  talkMs: number,
  random: Random,
): readonly Span[] {
  const chance = random();
  if (chance > 0.08 || talkMs < minuteMs) return [during('IN CALL', talkMs)];
  const middle =
    chance < 0.03
      ? during('3-WAY', between(random, 20, 180) * secondMs)
      : during('PARK', between(random, 8, 90) * secondMs);
  return [during('IN CALL', talkMs * 0.4), middle, during('IN CALL', talkMs * 0.6)];
}

function newCall(person: Person, random: Random): LiveInfo {
  const { campaign, confExten } = person;
  return liveInfo({
    status: 'IN CALL',
    in_call_with: `1555010${String(integer(random, 0, 9999)).padStart(4, '0')}`,
    campaign_id: campaign.id,
    campaign_name: campaign.name,
    call_type: pick(random, [
      'DIALER',
      'DIALER',
      'DIALER',
      'DIALER',
      'DIALER',
      'INBOUND',
      'INBOUND',
      'MANUAL',
    ]),
    caller_id: campaign.callerId,
    conf_exten: confExten,
    vendor_lead_code: `${letters(random)}-${letters(random)}`,
    lead_id: integer(random, 100_000, 9_999_999),
  });
}

function look(status: string): Pick<LiveInfo, 'status' | 'color'> {
  const { color } = liveInfo({ status });
  return { status, color };
}

const letters = (random: Random): string =>
  integer(random, 36 ** 5, 36 ** 6 - 1)
    .toString(36)
    .padStart(6, '0');

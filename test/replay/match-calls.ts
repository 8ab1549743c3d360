import type { InboxEvent, PollRecord, Recording } from './recording.ts';
import type { TrueCall } from './true-calls.ts';

/** A true call, and what became of it. */
export interface CallStory {
  readonly call: TrueCall;
  /** The first answer that saw somebody on the line; null when none did. */
  readonly seen: PollRecord | null;
  /** The call was there before we first looked. */
  readonly isBaseline: boolean;
  /** Times it was told of as a call that connected. */
  told: number;
  /** Of those, the ones whose line gave way to one of short calls. */
  replaced: number;
  /** Times it was counted by a line of short calls. */
  counted: number;
}

export interface Matched {
  readonly stories: readonly CallStory[];
  /** Alerts of which no call can be found. */
  readonly stray: readonly InboxEvent[];
}

/** Finds for every alert about calls the call it is about, by agent and by the moment that it was first seen. */
export function matchCalls({ polls, inbox }: Recording, calls: readonly TrueCall[]): Matched {
  const stories = calls.map((call) => storyOf(call, polls.get(call.user) ?? []));
  const seenBy = Map.groupBy(stories.filter(isSeen), ({ call }) => call.user);
  const storyOfLine = new Map<number, CallStory>();
  const stray: InboxEvent[] = [];

  for (const event of inbox) {
    const { alert, atMs } = event;
    const seen = seenBy.get(alert.agentUser ?? '') ?? [];
    if (alert.topic === 'call-connected') {
      const story = latestOf(seen.filter((one) => one.seen.answeredMs <= atMs));
      if (story === null) stray.push(event);
      else {
        story.told += 1;
        if (event.kind === 'line') storyOfLine.set(alert.id, story);
      }
    } else if (alert.topic === 'short-calls') {
      const replacedIds = event.kind === 'line' ? event.replacedIds : [];
      const replaced = replacedIds.flatMap((id) => storyOfLine.get(id) ?? []);
      for (const story of replaced) story.replaced += 1;
      // It is written when the last of them is over, which the answer that saw its end may show with the next.
      const over = seen.filter((one) => one.seen.answeredMs < atMs);
      const counted = over.slice(event.kind === 'line' ? -alert.count : -event.by);
      for (const story of counted) story.counted += 1;
      if (counted.length !== (event.kind === 'line' ? alert.count : event.by)) stray.push(event);
    }
  }
  return { stories, stray };
}

type SeenStory = CallStory & { readonly seen: PollRecord };
const isSeen = (story: CallStory): story is SeenStory => story.seen !== null;

/** The one before it, if the last was told already: one answer may end a call and begin the next. */
function latestOf(seen: readonly CallStory[]): CallStory | null {
  const last = seen.at(-1) ?? null;
  const before = seen.at(-2);
  const isBeforeMeant = last !== null && last.told > 0 && before !== undefined && timesReported(before) === 0;
  return isBeforeMeant && !before.isBaseline ? before : last;
}

/** Once is right. A line that gave way does not count beside the one it gave way to. */
export const timesReported = ({ told, replaced, counted }: CallStory): number => told - replaced + counted;

function storyOf(call: TrueCall, polls: readonly PollRecord[]): CallStory {
  const ofCall = (poll: PollRecord) => poll.leadId === call.leadId && poll.family === 'in-call';
  let index = indexAfter(polls, call.fromMs - lookingErrorMs);
  let seen: PollRecord | null = null;
  for (
    ;
    seen === null && (polls[index]?.asOfMs ?? Number.POSITIVE_INFINITY) <= call.untilMs + lookingErrorMs;
    index += 1
  ) {
    const poll = polls[index];
    if (poll !== undefined && ofCall(poll)) seen = poll;
  }
  const isBaseline = seen !== null && seen === polls[0];
  return { call, seen, isBaseline, told: 0, replaced: 0, counted: 0 };
}

/** True calls are known to within this. */
const lookingErrorMs = 400;

function indexAfter(polls: readonly PollRecord[], atMs: number): number {
  let low = 0;
  let high = polls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((polls[middle]?.asOfMs ?? atMs) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

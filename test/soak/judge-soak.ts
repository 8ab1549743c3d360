import type { SoakRecord, SoakSample } from './play-soak.ts';

/** What a soak proves: each figure after the warm-up, at the end, and the most that the end may be. */
export interface SoakFigure {
  readonly name: string;
  readonly warm: number;
  readonly end: number;
  readonly most: number;
}

/** As the bench has it. */
const mostHeapGrowth = 1.05;
/** What the process takes of the machine also grows with its fragments, and with what it has not given back yet. */
const mostRssGrowth = 1.15;
const spareRssBytes = 64 * 1024 * 1024;
/** Requests under way, and a clock or two that are on or off by what agents happen to do. */
const spareTimers = 10;
/** A file that is just being written. */
const spareHandles = 4;

/** The first third of the hours fills the inbox, learns the statuses and compiles the code. */
export function figuresOf({ samples }: SoakRecord): readonly SoakFigure[] {
  const warmUp = Math.max(1, Math.floor(samples.length / 3));
  const warm = samples.slice(warmUp - 1, Math.max(warmUp, Math.floor(samples.length / 2)));
  const end = samples.slice(-Math.max(1, Math.floor(samples.length / 8)));
  const growing = (
    name: string,
    of: (sample: SoakSample) => number,
    ratio: number,
    spare = 0,
  ): SoakFigure => {
    const before = median(warm.map(of));
    return { name, warm: before, end: median(end.map(of)), most: Math.ceil(before * ratio) + spare };
  };
  const emitters = Object.keys(samples[0]?.listeners ?? {});
  return [
    growing('heapBytes', ({ heapBytes }) => heapBytes, mostHeapGrowth),
    growing('rssBytes', ({ rssBytes }) => rssBytes, mostRssGrowth, spareRssBytes),
    growing('handles', ({ resources }) => resources, 1, spareHandles),
    growing('timers', ({ timers }) => timers, 1, spareTimers),
    ...emitters.map((name) => growing(`listeners of ${name}`, ({ listeners }) => listeners[name] ?? 0, 1)),
  ];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What is wrong, in words; nothing when all is as it should be. */
export function faultsFound(record: SoakRecord): readonly string[] {
  const grown = figuresOf(record)
    .filter(({ end, most }) => end > most)
    .map(({ name, warm, end, most }) => `${name} grew from ${warm} to ${end}, at most ${most} is flat`);
  const unwell = record.samples
    .filter(({ isWell }) => !isWell)
    .map(
      ({ hour }) =>
        `at the end of hour ${hour} not everybody was heard of, though nothing was wrong any more`,
    );
  return [...grown, ...unwell, ...record.crashes.map((reason) => `nobody handled: ${reason}`)];
}

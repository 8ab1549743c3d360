import { playSoak } from '../soak/play-soak.ts';

/** `node --expose-gc heap-child.ts`: ten hours of the app on a floor of a thousand. */
const { samples, requests } = await playSoak({
  hours: 10,
  agents: 1_000,
  seed: 1,
  intervalMs: 60_000,
  // What one poll leaves behind shows after any number of them; this many take a minute or two.
  requestsPerSecond: 4,
  hasFaults: false,
});
process.send?.({
  hours: samples.length,
  polls: requests,
  firstBytes: samples[0]?.heapBytes,
  lastBytes: samples.at(-1)?.heapBytes,
});
process.disconnect();

import { z } from 'zod';
import { rounded } from './figures.ts';
import { start, startDialler, told } from './fork.ts';

const agents = 1_000;
const answerMs = 40;
const perSecond = 100;
const budget = 104;
/** Slow enough that no storm of them is summed up, in the order in which agents are polled. */
const connectEveryMs = 790;

const figures = z.object({
  notifications: z.number(),
  summaries: z.number(),
  tookP99Ms: z.number().nullable(),
  changedAgents: z.number(),
  bytesPerChangedAgent: z.number(),
  bytesWhenStill: z.number(),
});

export interface AlertingFigures extends z.infer<typeof figures> {
  /** Of this, the dialler's answer takes. */
  readonly answerMs: number;
}

/** From the poll that can first see a call connect to its notification, and what an open popover is sent. */
export async function measureAlerting(seconds: number): Promise<AlertingFigures> {
  const { child: dialler, url, users } = await startDialler(agents, answerMs);
  try {
    const child = start('alert-child.ts');
    child.send({ url, users, perSecond, budget, seconds });
    await told(child, z.literal('stand still'));
    dialler.send({ everybody: 'READY' });
    child.send('they do');
    await told(child, z.literal('connect calls'));
    const stop = connectCalls(users, (user) => dialler.send({ connect: user }));
    const measured = await told(child, figures);
    stop();
    const { tookP99Ms } = measured;
    return { ...measured, answerMs, tookP99Ms: tookP99Ms === null ? null : rounded(tookP99Ms) };
  } finally {
    dialler.disconnect();
  }
}

function connectCalls(users: readonly string[], connect: (user: string) => void): () => void {
  const step = Math.round((connectEveryMs * perSecond) / 1_000);
  let next = 0;
  const timer = setInterval(() => {
    connect(users[next % users.length] ?? '');
    next += step;
  }, connectEveryMs);
  return () => clearInterval(timer);
}

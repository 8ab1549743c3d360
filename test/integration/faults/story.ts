import { expect, type TestContext, test } from 'vitest';
import { record } from './row.ts';
import { agentUsers, type Stage, setStage } from './stage.ts';

/** A stage where all is well; at its end nobody was wrongly lost and nothing was left to throw. */
async function onStage(context: TestContext, row: string, story: Story): Promise<void> {
  await using stage = await setStage();
  await stage.connect();
  await stage.pass(12_000);
  const seen = await story(stage);
  expect(stage.agentsLost()).toBe(0);
  expect(stage.uncaught).toEqual([]);
  record(context, { area: 'Dialler behaviour', row, ...seen });
}

type Story = (stage: Stage) => Promise<{ readonly sees: string; readonly recovery: string }>;

/** How long until everybody was read again. */
export async function untilBack(
  stage: Stage,
  fromMs: number,
  users: readonly string[] = agentUsers,
): Promise<number> {
  while (!users.every((user) => (stage.heardMs.get(user) ?? -1) >= fromMs)) {
    if (stage.time.clock.nowMs() > fromMs + 2 * 60_000) throw new Error('Somebody is not read again.');
    await stage.pass(50);
  }
  return Math.max(...users.map((user) => stage.heardMs.get(user) ?? 0)) - fromMs;
}

export const story = (row: string, tell: Story): void =>
  test(`dialler behaviour: ${row}`, (context) => onStage(context, row, tell));

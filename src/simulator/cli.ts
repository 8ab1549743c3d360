import { parseArgs } from 'node:util';
import { createFloor } from './floor.ts';
import { startSimulator } from './simulator.ts';

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      agents: { type: 'string', default: '12' },
      seed: { type: 'string', default: '1' },
      speed: { type: 'string', default: '4' },
      user: { type: 'string', default: 'supervisor' },
      password: { type: 'string', default: 'croco-demo' },
    },
  });
  const { user: apiUser, password } = values;
  const floor = createFloor({
    seed: numberFrom('--seed', values.seed),
    agentCount: wholeFrom('--agents', values.agents),
  });
  const port = wholeFrom('--port', values.port, 65_535);
  const simulator = await startSimulator({
    floor,
    apiUser,
    password,
    port,
    speed: numberFrom('--speed', values.speed),
  }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(`Port ${port} is taken; --port takes another one, or 0 for any free one.`);
  });
  const users = floor.people().map((person) => person.user);
  console.log(`Server    ${simulator.url}`);
  console.log(`API user  ${apiUser}`);
  console.log(`Password  ${password}`);
  console.log(`Agents    ${users.join(' ')}`);
  console.log('Ctrl+C stops it.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.stop());
}

function numberFrom(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new Error(`${option} takes a number of 0 or more, not "${text}".`);
}

function wholeFrom(option: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  const value = numberFrom(option, text);
  if (Number.isInteger(value) && value <= most) return value;
  const upTo = most === Number.MAX_SAFE_INTEGER ? 'of 0 or more' : `from 0 to ${most}`;
  throw new Error(`${option} takes a whole number ${upTo}, not "${text}".`);
}

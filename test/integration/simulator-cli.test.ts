import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';

const cli = fileURLToPath(new URL('../../src/simulator/cli.ts', import.meta.url));

it('the simulator alone says how to reach it, answers, and stops on Ctrl+C', async () => {
  const args = ['--port', '0', '--agents', '3', '--seed', '2', '--speed', '20', '--password', 'let-me-in'];
  const running = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(running, 'exit');
  const said = new Map<string, string>();
  for await (const line of createInterface(running.stdout)) {
    const [, name, value] = /^(\w+(?: \w+)?) {2,}(.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) break;
    said.set(name, value);
  }
  const agents = (said.get('Agents') ?? '').split(' ');
  expect(agents).toHaveLength(3);
  const body = new URLSearchParams({
    goAction: 'getLiveAgentInfo',
    goUser: said.get('API user') ?? '',
    goPass: said.get('Password') ?? '',
    responsetype: 'json',
    user: agents[0] ?? '',
  });
  const response = await fetch(`${said.get('Server')}/goUsers/goAPI.php`, { method: 'POST', body });
  expect(await response.json()).toMatchObject({ result: 'success' });
  running.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
});

it.each([
  [['--speed', 'fast'], '--speed takes a number of 0 or more, not "fast".'],
  [['--agents', ''], '--agents takes a number of 0 or more, not "".'],
  [['--agents', '2.5'], '--agents takes a whole number of 0 or more, not "2.5".'],
  [['--port', '99999'], '--port takes a whole number from 0 to 65535, not "99999".'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('the simulator refuses %s with one sentence', async (args, sentence) => {
  const failure = promisify(execFile)(process.execPath, [cli, ...args]);
  await expect(failure).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(sentence),
  });
});

it('the simulator says in plain words that its port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  try {
    const { port } = z.object({ port: z.int() }).parse(other.address());
    await expect(promisify(execFile)(process.execPath, [cli, '--port', `${port}`])).rejects.toMatchObject({
      code: 1,
      stderr: `Port ${port} is taken; --port takes another one, or 0 for any free one.\n`,
    });
  } finally {
    other.close();
  }
});

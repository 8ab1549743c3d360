import { expect, test } from 'vitest';
import { createDemo } from '../../src/main/account/demo.ts';
import { createTurns } from '../../src/main/account/turns.ts';
import type { ActiveAccount } from '../../src/main/state/store.ts';
import { createQuietLog } from '../fakes/quiet-log.ts';

test('a demo asked for twice at once is one dialler, and gone when stopped', async () => {
  const accounts: ActiveAccount[] = [];
  const log = createQuietLog();
  const switchTo = (account: ActiveAccount | null) => void (account !== null && accounts.push(account));
  const demo = createDemo({ watching: { switchTo }, log });
  const inTurn = createTurns();
  await Promise.all([inTurn(demo.start), inTurn(demo.start)]);
  expect(accounts).toHaveLength(1);
  const password = demo.password() ?? '';
  expect(password).not.toBe('');
  expect(log.lines.join()).not.toContain(password);
  const url = `${accounts[0]?.baseUrl}/goUsers/goAPI.php`;
  expect((await fetch(url)).ok).toBe(true);
  await inTurn(demo.stop);
  expect(demo.password()).toBeNull();
  await expect(fetch(url)).rejects.toThrow();
});

import { expect, it } from 'vitest';
import { createAttempts } from '../../../../src/main/account/attempts.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';

const refused = fail({ kind: 'too-many-attempts' });

it('one connection is tried at a time', async () => {
  const attempt = createAttempts({ nowMs: () => 0 });
  const { promise, resolve } = Promise.withResolvers<void>();
  const first = attempt(async () => {
    await promise;
    return succeed('first');
  });
  expect(await attempt(async () => succeed('second'))).toEqual(refused);
  resolve();
  expect(await first).toEqual(succeed('first'));
  expect(await attempt(async () => succeed('third'))).toEqual(succeed('third'));
});

it('a page that tries password after password has eight a minute', async () => {
  let nowMs = 0;
  const attempt = createAttempts({ nowMs: () => nowMs });
  let tried = 0;
  const one = async () => {
    tried += 1;
    return succeed(null);
  };
  for (; nowMs < 60_000; nowMs += 100) await attempt(one);
  expect(tried).toBe(8);
  expect(await attempt(async () => succeed('a minute later'))).toEqual(succeed('a minute later'));
});

it('a try that breaks does not end all tries', async () => {
  const attempt = createAttempts({ nowMs: () => 0 });
  const broken = attempt(async () => {
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await attempt(async () => succeed(1))).toEqual(succeed(1));
});

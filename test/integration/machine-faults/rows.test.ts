import { expect, test } from 'vitest';
import { machineFaults } from './rows.ts';

test('the rows can be told apart, and each says in whole sentences what the user reads and how it ends', () => {
  expect(machineFaults.length).toBeGreaterThan(20);
  expect(new Set(machineFaults.map(({ name }) => name)).size).toBe(machineFaults.length);
  for (const { name, sentence, recovery } of machineFaults) {
    for (const text of sentence === null ? [recovery] : [sentence, recovery]) {
      expect(text, name).toMatch(/^[\p{Lu}“0-9].*\.$/su);
      expect(text, name).not.toContain('{{');
    }
  }
});

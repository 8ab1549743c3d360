import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enter } from '../../../../src/main/inbox/records.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { changeKinds } from '../../../../src/shared/change.ts';
import { familyOf } from '../../../../src/shared/family.ts';
import { noLiveState, type Reading } from '../../../../src/shared/reading.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { tableOf } from '../../../../src/shared/tables.ts';
import { createDecider } from '../../../fakes/alert-world.ts';
import { aChange, anAgent } from '../../../fakes/builders.ts';

const digit = fc.constantFrom(...'0123456789');
const customerNumber = fc
  .array(digit, { minLength: 7, maxLength: 15 })
  .map((digits) => digits.join(''))
  // Else the last four would be the others too.
  .filter((number) => new Set(number).size > 3);

/** As people and diallers write a number. */
const spelt = (number: string) =>
  fc.constantFrom(
    number,
    `+${number}`,
    `(${number.slice(0, 3)}) ${number.slice(3, 6)}-${number.slice(6)}`,
    [...number].join(' '),
    number.replace(/(\d{2})(?=\d)/g, '$1.'),
  );

const inside = (number: string) =>
  fc
    .tuple(fc.constantFrom('', 'CAMP ', 'PAUSE - ', 'ref:'), spelt(number), fc.constantFrom('', ' x', '/a'))
    .map((parts) => parts.join(''));

const readingsWithNumbers = customerNumber.chain((number) =>
  fc.record({
    number: fc.constant(number),
    reading: fc
      .record({
        status: fc.oneof(fc.constantFrom('IN CALL', 'PAUSE - BREAK', 'READY'), inside(number)),
        inCallWith: spelt(number),
        callerId: fc.oneof(fc.constant(''), spelt(number)),
        campaignId: inside(number),
        campaignName: fc.oneof(fc.constant(''), inside(number)),
        callType: inside(number),
        leadId: inside(number),
        vendorLeadCode: inside(number),
        confExten: inside(number),
      })
      .map((fields): Reading => ({ ...noLiveState, ...fields, family: familyOf(fields.status) })),
  }),
);

/** Everything that can be made of one agent: a call, its end, a status, and what overstays. */
function decideAll(reading: Reading, isPresenting: boolean) {
  const decider = createDecider();
  const settings = {
    ...defaultSettings,
    isPresenting,
    notify: tableOf(changeKinds, () => true),
  };
  const records = createAppStore({ settings });
  const ready = { ...noLiveState, status: 'READY', family: 'ready' } as const;
  const kinds = ['call-connected', 'status-changed', 'call-ended'] as const;
  kinds.forEach((kind, index) => {
    const nowMs = 1_000_000 * (index + 1);
    const [from, to] = kind === 'call-ended' ? [reading, ready] : [ready, reading];
    const agents = [anAgent('ana', to, { since: { atMs: 0, atLeast: false }, seen: null })];
    const changes = [aChange(kind, { agentUser: 'ana', from, to, seenMs: nowMs })];
    const { decisions } = decider.decide({ nowMs, agents, changes, settings });
    records.setState(enter(records.getState(), decisions));
  });
  return records.getState();
}

/** All text of it, closed up as one would to read a number. */
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? `${value.replace(/[\s().-]/g, '')}\n`
    : typeof value === 'object' && value !== null
      ? Object.values(value).map(textOf).join('')
      : '';

describe('whatever a dialler says of a call', () => {
  it('no whole number gets into the inbox, only its last four', () => {
    let told = 0;
    fc.assert(
      fc.property(readingsWithNumbers, ({ number, reading }) => {
        const { inbox, keptQuiet } = decideAll(reading, false);
        told += inbox.length;
        expect(textOf([inbox, keptQuiet])).not.toContain(number.slice(-7));
        for (const { maskedNumber, topic } of inbox) {
          if (topic === 'call-connected') expect(maskedNumber).toBe(`•••${number.slice(-4)}`);
        }
      }),
    );
    expect(told).toBeGreaterThan(100);
  });

  it('presenting, nothing of the number gets there at all', () => {
    fc.assert(
      fc.property(readingsWithNumbers, ({ number, reading }) => {
        const { inbox, keptQuiet } = decideAll(reading, true);
        expect(inbox.length).toBeGreaterThan(0);
        expect(inbox.every(({ maskedNumber }) => maskedNumber === '')).toBe(true);
        expect(textOf([inbox, keptQuiet])).not.toContain(number.slice(-4));
      }),
    );
  });
});

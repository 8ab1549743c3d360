import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestMuteMs, muteEndMs, muteSpans } from '../../../src/shared/mute.ts';

it.each([
  ['15-min', '2026-11-24T23:50:10', '2026-11-25T00:05:10'],
  ['1-hour', '2026-11-24T12:00:00', '2026-11-24T13:00:00'],
  ['tomorrow', '2026-11-24T12:00:00', '2026-11-25T06:00:00'],
  ['tomorrow', '2026-11-24T23:59:59', '2026-11-25T06:00:00'],
  ['tomorrow', '2026-11-25T00:30:00', '2026-11-25T06:00:00'],
  ['tomorrow', '2026-11-25T06:00:00', '2026-11-26T06:00:00'],
  ['tomorrow', '2026-12-31T18:00:00', '2027-01-01T06:00:00'],
] as const)('%s from %s ends at %s', (span, wall, end) => {
  expect(new Date(muteEndMs(span, new Date(wall)))).toEqual(new Date(end));
});

it('a mute ends after it begins, and no later than the longest', () => {
  const wall = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom('UTC', 'America/New_York', 'Europe/Madrid'), wall, (zone, begun) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      for (const span of muteSpans) {
        const lastsMs = muteEndMs(span, begun) - begun.getTime();
        expect(lastsMs).toBeGreaterThan(0);
        expect(lastsMs).toBeLessThanOrEqual(longestMuteMs);
      }
      process.env['TZ'] = before;
    }),
  );
});

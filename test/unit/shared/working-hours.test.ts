import { describe, expect, it } from 'vitest';
import { isWorkingTime, type WorkingHours } from '../../../src/shared/working-hours.ts';

const at = (text: string): Date => new Date(text);
const h = (from: number, to: number) => ({ fromMin: from * 60, toMin: to * 60 });
const off = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };
const on = (days: Partial<WorkingHours['days']>): WorkingHours => ({ isOn: true, days: { ...off, ...days } });

// The 23rd of November 2026 is a Monday. Times are by the clock on the wall.
describe('working hours', () => {
  it.each([
    ['the first minute', '2026-11-23T09:00', true],
    ['the minute before', '2026-11-23T08:59:59.999', false],
    ['the last minute', '2026-11-23T17:59:59.999', true],
    ['their end', '2026-11-23T18:00', false],
    ['a day off', '2026-11-24T12:00', false],
    ['the same hour of another week', '2026-11-30T12:00', true],
  ])('of a day: %s', (_what, wall, expected) => {
    expect(isWorkingTime(on({ mon: h(9, 18) }), at(wall))).toBe(expected);
  });

  it.each([
    ['before they begin', '2026-11-23T21:59', false],
    ['in the evening', '2026-11-23T22:00', true],
    ['in the small hours of the next day', '2026-11-24T05:59', true],
    ['at their end', '2026-11-24T06:00', false],
    ['in the small hours of their own day', '2026-11-23T03:00', false],
  ])('over midnight: %s', (_what, wall, expected) => {
    expect(isWorkingTime(on({ mon: h(22, 6) }), at(wall))).toBe(expected);
  });

  it.each([
    ['from Sunday into Monday', { sun: h(20, 4) }, '2026-11-23T03:00', true],
    ['before the day that follows a night', { mon: h(22, 6), tue: h(9, 17) }, '2026-11-24T07:00', false],
    ['around the clock', { mon: h(0, 24) }, '2026-11-23T23:59', true],
    ['around the clock, and no longer', { mon: h(0, 24) }, '2026-11-24T00:00', false],
    ['until midnight', { mon: h(14, 0) }, '2026-11-23T23:59', true],
    ['until midnight, and no longer', { mon: h(14, 0) }, '2026-11-24T00:00', false],
    ['a day and a night to the same hour', { mon: h(8, 8) }, '2026-11-24T07:59', true],
    ['a day and a night, and no longer', { mon: h(8, 8) }, '2026-11-24T08:00', false],
  ])('%s', (_what, days, wall, expected) => {
    expect(isWorkingTime(on(days), at(wall))).toBe(expected);
  });

  it('are every hour while switched off, and none on days off alone', () => {
    expect(isWorkingTime({ isOn: false, days: off }, at('2026-11-22T03:00'))).toBe(true);
    expect(isWorkingTime({ isOn: true, days: off }, at('2026-11-25T12:00'))).toBe(false);
  });
});

describe('when the clocks change', () => {
  it('the hours stay those of the clock on the wall', () => {
    const before = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      const hours = on({ sat: h(22, 6), sun: h(9, 17) });
      // The 1st of November 2026, when two o'clock came twice; and the 8th of March, when it did not come.
      for (const day of ['2026-11-01', '2026-03-08']) {
        expect(at(`${day}T00:00`).getTimezoneOffset()).not.toBe(at(`${day}T12:00`).getTimezoneOffset());
        expect(isWorkingTime(hours, at(`${day}T05:59`))).toBe(true);
        expect(isWorkingTime(hours, at(`${day}T06:00`))).toBe(false);
        expect(isWorkingTime(hours, at(`${day}T08:59`))).toBe(false);
        expect(isWorkingTime(hours, at(`${day}T09:00`))).toBe(true);
        expect(isWorkingTime(hours, at(`${day}T17:00`))).toBe(false);
      }
    } finally {
      process.env['TZ'] = before;
    }
  });
});

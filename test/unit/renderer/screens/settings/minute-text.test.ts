import { describe, expect, it } from 'vitest';
import { minuteText, parseMinute } from '../../../../../src/renderer/screens/settings/minute-text.ts';

describe('a minute of the day', () => {
  it.each([
    [0, '00:00'],
    [545, '09:05'],
    [1439, '23:59'],
    [1440, '00:00'],
  ])('%i is written %s', (minute, text) => {
    expect(minuteText(minute)).toBe(text);
  });

  it('every minute is read as it is written', () => {
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      expect(parseMinute(minuteText(minute))).toBe(minute);
    }
  });

  it.each(['', '9', 'noon'])('%o is no time', (text) => {
    expect(parseMinute(text)).toBeNull();
  });
});

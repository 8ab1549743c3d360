import { describe, expect, it } from 'vitest';
import { interpret, meaningLookup, withStatus } from '../../../../src/main/statuses/dictionary.ts';
import { type Dictionary, mostMeanings } from '../../../../src/shared/dictionary.ts';
import { noLiveState, type Reading } from '../../../../src/shared/reading.ts';
import { aReading, aMeaning as meaning } from '../../../fakes/builders.ts';

/** A dictionary that learns as the app does. */
function setUp(known: Dictionary = []) {
  let dictionary = known;
  return {
    interpret: (reading: Reading): Reading => {
      const { unknownStatus, ...interpreted } = interpret(reading, dictionary);
      if (unknownStatus !== null) dictionary = withStatus(dictionary, unknownStatus);
      return interpreted.reading;
    },
    dictionary: () => dictionary,
    say: (changed: Dictionary) => {
      dictionary = changed;
    },
  };
}

describe('a status seen for the first time', () => {
  it('is learned verbatim, once, with a usual limit, and means what the app makes of it', () => {
    const { interpret, dictionary } = setUp();
    expect(interpret(aReading('PAUSE - Lunch'))).toEqual(aReading('PAUSE - Lunch'));
    expect(interpret(aReading('ESPERA')).family).toBe('other');
    interpret(aReading('pause - LUNCH'));
    interpret(aReading('Espéra'));
    expect(dictionary()).toEqual([meaning('PAUSE - Lunch', { limitMs: 30 * 60_000 }), meaning('ESPERA')]);
  });

  it('of signs alone is learned too, and stands for itself', () => {
    const { interpret, dictionary, say } = setUp();
    for (const status of ['***', '---', '***']) interpret(aReading(status));
    expect(dictionary()).toEqual([meaning('***'), meaning('---')]);
    say([meaning('***', { family: 'paused', label: 'Stars' }), meaning('---')]);
    expect(interpret(aReading('***'))).toMatchObject({ family: 'paused', label: 'Stars' });
    expect(interpret(aReading('---'))).toMatchObject({ family: 'offline', label: '' });
  });

  it('is not learned where there is none, or where it holds the customer’s number', () => {
    const { interpret, dictionary } = setUp();
    expect(interpret(noLiveState)).toBe(noLiveState);
    interpret(aReading('IN CALL 555 010-0123', { inCallWith: '+15550100123' }));
    expect(dictionary()).toEqual([]);
  });

  it('is passed over once there are too many, and everything still reads right', () => {
    const full = Array.from({ length: mostMeanings - 1 }, (_, index) => meaning(`S${index}`));
    const { interpret, dictionary } = setUp(full);
    interpret(aReading('LAST'));
    expect(interpret(aReading('PAUSE - ONE TOO MANY')).family).toBe('paused');
    expect(dictionary()).toHaveLength(mostMeanings);
    expect(dictionary().at(-1)?.status).toBe('LAST');
  });

  it.each(['__proto__', 'constructor', 'toString'])('may even be called %s', (status) => {
    const { interpret, dictionary } = setUp();
    expect(interpret(aReading(status)).family).toBe('other');
    expect(dictionary()).toEqual([meaning(status)]);
  });

  it('that the user has spoken of is not touched', () => {
    const own = [meaning('ESPERA', { family: 'ready', label: 'Waiting' })];
    const { interpret, dictionary } = setUp(own);
    expect(interpret(aReading('espera'))).toEqual(aReading('espera', { family: 'ready', label: 'Waiting' }));
    expect(dictionary()).toBe(own);
  });
});

it('a meaning is found however the dialler spells the status', () => {
  const tip = meaning('Tipificación', { label: 'Wrap' });
  const meaningOf = meaningLookup([tip]);
  for (const spelling of ['TIPIFICACION', ' tipificación', 'Tipi-ficación']) {
    expect(meaningOf(spelling)).toBe(tip);
  }
  expect(meaningOf('TIPIFICACION 2')).toBeNull();
});

import { describe, expect, it, vi } from 'vitest';
import { type AppState, createAppStore } from '../../../../src/main/state/store.ts';
import { followDictionary, meaningLookup } from '../../../../src/main/statuses/dictionary.ts';
import { type Dictionary, mostMeanings, type StatusMeaning } from '../../../../src/shared/dictionary.ts';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { foldReading } from '../../../../src/watch/monitor/fold-reading.ts';
import { anAgent, aReading } from '../../../fakes/builders.ts';

const meaning = (status: string, more: Partial<StatusMeaning> = {}): StatusMeaning => ({
  status,
  family: null,
  label: '',
  limitMs: null,
  ...more,
});

function setUp(dictionary: Dictionary = [], more: Partial<AppState> = {}) {
  const store = createAppStore({ settings: { ...defaultSettings, dictionary }, ...more });
  const keeper = followDictionary(store);
  return {
    store,
    ...keeper,
    dictionary: () => store.getState().settings.dictionary,
    say: (changed: Dictionary) =>
      store.setState(({ settings }) => ({ settings: { ...settings, dictionary: changed } })),
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

describe('a changed meaning', () => {
  const espera = aReading('ESPERA');
  const since = { atMs: 50, atLeast: false };
  const ana = anAgent('ana', espera, { since, familySince: { atMs: 10, atLeast: true } });
  const ben = anAgent('ben', aReading('READY'));
  const agents = new Map([
    ['ana', ana],
    ['ben', ben],
  ]);
  const asPause = [meaning('ESPERA', { family: 'paused', label: 'Waiting' })];

  it('is seen at once, and by nobody as a change', () => {
    const { store, interpret, say } = setUp([meaning('ESPERA')], { agents });
    const changes = vi.fn();
    store.subscribe((state, before) => {
      if (state.changes !== before.changes) changes();
    });
    say(asPause);
    const now = store.getState().agents.get('ana');
    expect(now?.reading).toEqual({ ...espera, family: 'paused', label: 'Waiting' });
    if (now === undefined) throw new Error('Ana is gone.');
    // The next answer says the same as the one before.
    expect(foldReading(now, interpret(espera), 60, false).kinds).toEqual([]);
    expect(changes).not.toHaveBeenCalled();
  });

  it('of family begins that family with the state, and one of label does not', () => {
    const { store, say } = setUp([meaning('ESPERA')], { agents });
    say([meaning('ESPERA', { label: 'Waiting' })]);
    expect(store.getState().agents.get('ana')).toMatchObject({
      familySince: { atMs: 10 },
      reading: { label: 'Waiting' },
    });
    say(asPause);
    expect(store.getState().agents.get('ana')).toMatchObject({ since, familySince: since });
  });

  it('can be taken back', () => {
    const { store, say } = setUp(asPause, { agents });
    say([]);
    expect(store.getState().agents.get('ana')?.reading).toEqual(espera);
  });

  it('leaves everybody else as they are', () => {
    const { store, say } = setUp([meaning('ESPERA')], { agents });
    say(asPause);
    expect(store.getState().agents.get('ben')).toBe(ben);
    const { agents: after } = store.getState();
    say([...asPause, meaning('CHAT')]);
    expect(store.getState().agents).toBe(after);
  });

  it('changes nothing after the stop', () => {
    const { store, say, stop } = setUp([meaning('ESPERA')], { agents });
    stop();
    say(asPause);
    expect(store.getState().agents).toBe(agents);
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

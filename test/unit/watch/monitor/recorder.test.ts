import { expect, it, vi } from 'vitest';
import { noLiveState, type Reading } from '../../../../src/shared/reading.ts';
import { foldReading } from '../../../../src/watch/monitor/fold-reading.ts';
import { createRecorder } from '../../../../src/watch/monitor/recorder.ts';
import { createWatchStore, type Interpret } from '../../../../src/watch/watch-state.ts';
import { anAgent, aReading } from '../../../fakes/builders.ts';

const espera = aReading('ESPERA');
const since = { atMs: 50, atLeast: false };
const ana = anAgent('ana', espera, { since, familySince: { atMs: 10, atLeast: true } });
const ben = anAgent('ben', aReading('READY'));

/** Says of ESPERA what the user says of it, and leaves the rest. */
const saying =
  (meaning: Partial<Reading>): Interpret =>
  (reading) => ({
    reading: reading.status === 'ESPERA' ? { ...reading, family: 'other', label: '', ...meaning } : reading,
    unknownStatus: null,
  });
const asPause = saying({ family: 'paused', label: 'Waiting' });

function setUp() {
  const store = createWatchStore();
  store.setState({
    agents: new Map([
      ['ana', ana],
      ['ben', ben],
    ]),
  });
  const onUpdate = vi.fn();
  const recorder = createRecorder({ store, onUpdate });
  return { store, onUpdate, recorder, agent: (user: string) => store.getState().agents.get(user) };
}

it('hands an unknown status on, even where nothing else is new', () => {
  const { recorder, onUpdate, store } = setUp();
  const { agents } = store.getState();
  recorder.record(ben, { unknownStatus: 'READY' });
  expect(onUpdate).toHaveBeenCalledExactlyOnceWith({ changes: [], unknownStatus: 'READY' });
  expect(store.getState().agents).toBe(agents);
});

it('hands changes on when they are in the state already', () => {
  const { recorder, onUpdate, agent } = setUp();
  onUpdate.mockImplementation(() => expect(agent('ana')?.reading).toEqual(noLiveState));
  recorder.record({ ...ana, reading: noLiveState }, { kinds: ['went-offline'], seenMs: 60 });
  expect(onUpdate.mock.calls[0]?.[0]).toMatchObject({
    changes: [{ id: 1, agentUser: 'ana', kind: 'went-offline', from: espera, seenMs: 60, late: false }],
  });
});

it('keeps what is known of an agent whose name is spelt otherwise from now on', () => {
  const { recorder, agent } = setUp();
  recorder.recordWatched(['Ana', 'ben']);
  expect(agent('Ana')).toEqual({ ...ana, user: 'Ana' });
  expect(agent('ana')).toBeUndefined();
});

it('records nothing of somebody whom nobody watches any longer', () => {
  const { recorder, onUpdate, agent } = setUp();
  recorder.record(anAgent('cai', espera), { kinds: ['came-online'], unknownStatus: 'ESPERA' });
  expect(agent('cai')).toBeUndefined();
  expect(onUpdate).not.toHaveBeenCalled();
});

it('a changed meaning is seen at once, and by nobody as a change', () => {
  const { recorder, onUpdate, agent } = setUp();
  recorder.reinterpret(asPause);
  const now = agent('ana');
  expect(now?.reading).toEqual({ ...espera, family: 'paused', label: 'Waiting' });
  expect(onUpdate).toHaveBeenCalledExactlyOnceWith({ changes: [], unknownStatus: null });
  if (now === undefined) throw new Error('Ana is gone.');
  // The next answer says the same as the one before.
  expect(foldReading(now, asPause(espera).reading, 60, false).kinds).toEqual([]);
});

it('a changed family begins with the state, a changed label changes no time', () => {
  const { recorder, agent } = setUp();
  recorder.reinterpret(saying({ label: 'Waiting' }));
  expect(agent('ana')).toMatchObject({ familySince: { atMs: 10 }, reading: { label: 'Waiting' } });
  recorder.reinterpret(asPause);
  expect(agent('ana')).toMatchObject({ since, familySince: since });
});

it('a meaning can be taken back, and leaves everybody else as they are', () => {
  const { recorder, agent, store, onUpdate } = setUp();
  recorder.reinterpret(asPause);
  recorder.reinterpret(saying({}));
  expect(agent('ana')?.reading).toEqual(espera);
  expect(agent('ben')).toBe(ben);
  const { agents } = store.getState();
  onUpdate.mockClear();
  recorder.reinterpret(saying({}));
  expect(store.getState().agents).toBe(agents);
  expect(onUpdate).not.toHaveBeenCalled();
});

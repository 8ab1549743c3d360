import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../../../src/shared/settings.ts';
import { anAgent } from '../../fake-croco.ts';
import { fill, flip, leave, openObedient, press, wait } from './open-settings.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('working hours', () => {
  const { workingHours } = defaultSettings;
  const isOn = { workingHours: { ...workingHours, isOn: true } };

  it('show their days once they are on', async () => {
    const fake = await openObedient();
    expect(screen.queryByLabelText('Monday, from')).toBeNull();
    await flip('Notify only in working hours');
    expect(fake.changes).toEqual([isOn]);
    expect(screen.getByLabelText('Monday, from')).toHaveProperty('value', '09:00');
    expect(screen.queryByLabelText('Sunday, from')).toBeNull();
  });

  it('change one end of one day, once typing pauses', async () => {
    const fake = await openObedient({}, isOn);
    await fill('Tuesday, to', '17:30');
    expect(fake.changes).toEqual([]);
    await wait(400);
    expect(fake.changes).toEqual([
      {
        workingHours: {
          isOn: true,
          days: { ...workingHours.days, tue: { fromMin: 540, toMin: 1050 } },
        },
      },
    ]);
  });

  it('say when a day reaches over midnight', async () => {
    await openObedient({}, isOn);
    const said = () => screen.queryAllByText('Over midnight, into the next day').length;
    await fill('Monday, from', '17:59');
    expect(said()).toBe(0);
    await fill('Monday, from', '18:00');
    expect(said()).toBe(1);
    await fill('Tuesday, to', '02:00');
    expect(said()).toBe(2);
  });

  it('wait for a time that is being typed, and show the one in force when it is left so', async () => {
    const fake = await openObedient({}, isOn);
    await act(async () => screen.getByLabelText('Monday, from').focus());
    await fill('Monday, from', '');
    await wait(1_000);
    expect(fake.changes).toEqual([]);
    await act(async () => screen.getByLabelText('Monday, from').blur());
    expect(screen.getByLabelText('Monday, from')).toHaveProperty('value', '09:00');
  });

  it('a day off comes back as it was', async () => {
    const fake = await openObedient({}, isOn);
    const monday = () => act(async () => fireEvent.click(screen.getByLabelText('Monday')));
    await fill('Monday, from', '07:00');
    await monday();
    await wait(400);
    expect(fake.changes.at(-1)?.workingHours?.days.mon).toBeNull();
    await monday();
    await wait(400);
    expect(fake.changes.at(-1)?.workingHours?.days.mon).toEqual({ fromMin: 420, toMin: 1080 });
  });

  it('lose nothing when the screen is left at once', async () => {
    const fake = await openObedient({}, isOn);
    await fill('Friday, to', '14:00');
    await leave();
    expect(fake.changes.map((change) => change.workingHours?.days.fri)).toEqual([
      { fromMin: 540, toMin: 840 },
    ]);
  });
});

it('muted agents are listed, to be unmuted', async () => {
  const fake = await openObedient({
    agents: [anAgent({ user: 'ana' }), anAgent({ user: 'ben', isMuted: true })],
  });
  expect(screen.queryByRole('button', { name: 'Unmute ana' })).toBeNull();
  await press('Unmute ben');
  expect(fake.asked).toContainEqual(['muteAgent', { agentUser: 'ben', isMuted: false }]);
  await act(async () => fake.update({ agents: [anAgent({ user: 'ben' })] }));
  expect(screen.queryByText('Muted agents')).toBeNull();
});

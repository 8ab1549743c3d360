import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../../../../src/shared/settings.ts';
import { anAgent } from '../../../../fakes/a-view.ts';
import { flip, key, press, write } from '../../hand.ts';
import { openSettings } from '../../open-settings.ts';

const { workingHours } = defaultSettings;
const isOn = { workingHours: { ...workingHours, isOn: true } };

it('working hours show their days once they are on, and change one end of one day', async () => {
  const fake = await openSettings();
  expect(screen.queryByLabelText('Monday, from')).toBeNull();
  await flip('Notify only in working hours');
  expect(fake.changes).toEqual([isOn]);
  expect(screen.getByLabelText('Monday, from')).toHaveProperty('value', '09:00');
  expect(screen.queryByLabelText('Sunday, from')).toBeNull();
  await write('Tuesday, to', '17:30');
  expect(fake.changes).toHaveLength(1);
  await key('Escape');
  expect(fake.changes[1]?.workingHours?.days).toEqual({
    ...workingHours.days,
    tue: { fromMin: 540, toMin: 1050 },
  });
});

it('a time that is being typed is waited for, and the one in force shown when it is left so', async () => {
  const fake = await openSettings({ preferences: isOn });
  const said = () => screen.queryAllByText('Over midnight, into the next day').length;
  await act(async () => screen.getByLabelText('Monday, from').focus());
  await write('Monday, from', '');
  await act(async () => screen.getByLabelText('Monday, from').blur());
  expect(screen.getByLabelText('Monday, from')).toHaveProperty('value', '09:00');
  await write('Monday, from', '17:59');
  expect(said()).toBe(0);
  await write('Monday, from', '18:00');
  expect(said()).toBe(1);
  await key('Escape');
  expect(fake.changes.map((change) => change.workingHours?.days.mon)).toEqual([
    { fromMin: 1080, toMin: 1080 },
  ]);
});

it('a day off comes back as it was', async () => {
  const fake = await openSettings({ preferences: isOn });
  const monday = () => act(async () => fireEvent.click(screen.getByLabelText('Monday')));
  await write('Monday, from', '07:00');
  await monday();
  expect(screen.queryByLabelText('Monday, from')).toBeNull();
  await monday();
  await key('Escape');
  expect(fake.changes.at(-1)?.workingHours?.days.mon).toEqual({ fromMin: 420, toMin: 1080 });
});

it('muted agents are listed, to be unmuted', async () => {
  const fake = await openSettings({
    agents: [anAgent({ user: 'ana' }), anAgent({ user: 'ben', isMuted: true })],
  });
  expect(screen.queryByRole('button', { name: 'Unmute ana' })).toBeNull();
  await press('Unmute ben');
  expect(fake.asked).toContainEqual(['muteAgent', { agentUser: 'ben', isMuted: false }]);
  await act(async () => fake.update({ agents: [anAgent({ user: 'ben' })] }));
  expect(screen.queryByText('Muted agents')).toBeNull();
});

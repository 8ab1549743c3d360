import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aView } from '../../../../fakes/a-view.ts';
import { press } from '../../hand.ts';
import { openSettings } from '../../open-settings.ts';

const { watch } = aView();
const bound = /^As long as the dialler answers, what you see of an agent is never more than/;

it('says how old an answer can get, rounded up', async () => {
  await openSettings({ watch: { ...watch, boundMs: 96_100 } });
  expect(screen.queryByText(bound)).toBeNull();
  await press('Show what the dialler is asked');
  expect(screen.getByText(bound).textContent).toContain('97 s old.');
});

it('promises nothing while nobody is asked', async () => {
  await openSettings({ health: { kind: 'paused' }, watch: { ...watch, isPaused: true } });
  await press('Show what the dialler is asked');
  expect(screen.getByText('Requests a minute')).toBeDefined();
  expect(screen.queryByText(bound)).toBeNull();
});

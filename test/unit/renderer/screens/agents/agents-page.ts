import { act, screen, within } from '@testing-library/react';
import type { AppView } from '../../../../../src/shared/app-view.ts';
import { defaultSettings, type Preferences } from '../../../../../src/shared/settings.ts';
import { anAgent, aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco, type FakeCroco } from '../../fake-croco.ts';
import { renderApp } from '../../render-app.tsx';

export const ana = anAgent({ user: 'ana', status: 'PAUSE - BREAK', family: 'paused' });
export const bruno = anAgent({
  user: 'Bruno',
  status: 'IN CALL',
  family: 'in-call',
  leadId: '7890123',
  maskedInCallWith: '•••4821',
  maskedCallerId: '•••0199',
  serverIp: '10.0.3.17',
});
export const luis = anAgent({ user: 'luis' });

/** The main screen with three agents, unless told otherwise. */
export async function show(
  view: Partial<AppView> = {},
  answers: Partial<FakeCroco['api']> = {},
): Promise<FakeCroco> {
  const fake = createFakeCroco(aView({ agents: [luis, bruno, ana], ...view }), answers);
  await renderApp(fake);
  return fake;
}

export const prefer = (part: Partial<Preferences>): Preferences => ({ ...defaultSettings, ...part });

const list = () => screen.getByRole('list', { name: /^Agents/ });
export const row = (user: string) => within(list()).getByRole('button', { name: new RegExp(`^${user}`) });
export const users = () =>
  within(list())
    .getAllByRole('listitem')
    .map((item) => item.querySelector('button')?.dataset);

/** Main sends the popover to an agent, as a click on a notification does. */
export const goTo = (fake: FakeCroco, agentUser: string | null, seq: number) =>
  act(async () => fake.update({ route: { seq, screen: 'agents', agentUser } }));

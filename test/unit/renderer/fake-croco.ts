import { createPage } from '../../../src/renderer/page.ts';
import type { AppView } from '../../../src/shared/app-view.ts';
import { type CrocoApi, channelsOf, type RequestChannel } from '../../../src/shared/bridge.ts';
import type { AppDelta } from '../../../src/shared/delta.ts';
import { fail, succeed } from '../../../src/shared/result.ts';
import type { Preferences } from '../../../src/shared/settings.ts';
import { tableOf } from '../../../src/shared/tables.ts';

export interface FakeCroco {
  readonly api: CrocoApi;
  /** What was asked, in order. */
  readonly asked: readonly (readonly [name: keyof CrocoApi, argument?: unknown])[];
  /** What the preferences were asked to become, in order. */
  readonly changes: readonly Partial<Preferences>[];
  /** What the next `getState` answers. */
  view: AppView;
  readonly push: (delta: AppDelta) => void;
  /** Changes the view and pushes what changed. */
  readonly update: (part: Partial<AppView>) => void;
  readonly listenerCount: () => number;
}

/** Those whose reply holds more than a yes: a test that needs it gives it. */
const saysNo = [
  'checkAccount',
  'connectAccount',
  'signIn',
  'logInToProxy',
  'tryStoredPassword',
  'getRoster',
  'revealAgent',
  'exportDictionary',
  'importDictionary',
  'getLoad',
] as const satisfies readonly RequestChannel[];

/** A main process that says yes and remembers, and tells of changed preferences only when it is asked. */
export function createFakeCroco(view: AppView, answers: Partial<CrocoApi> = {}): FakeCroco {
  const listeners = new Set<(delta: AppDelta) => void>();
  const asked: [keyof CrocoApi, unknown?][] = [];
  const changes: Partial<Preferences>[] = [];
  const push = (delta: AppDelta) => {
    for (const listener of listeners) listener(delta);
  };
  const answer =
    (name: RequestChannel, reply: () => unknown = () => succeed(null)) =>
    async (argument?: unknown) => {
      asked.push(argument === undefined ? [name] : [name, argument]);
      return reply();
    };
  const fake: FakeCroco = {
    view,
    asked,
    changes,
    push,
    update: (part: Partial<AppView>) => {
      const { agents, ...shared } = part;
      const from = fake.view.revision;
      fake.view = { ...fake.view, ...part, revision: from + 1 };
      const { nowMs } = fake.view;
      push({
        from,
        to: from + 1,
        nowMs,
        shared,
        agents: agents ?? [],
        ...(agents === undefined ? {} : { order: agents.map(({ user }) => user) }),
      });
    },
    listenerCount: () => listeners.size,
    api: {
      ...tableOf(channelsOf('plain', 'with-argument'), (name) => answer(name)),
      ...tableOf(saysNo, (name) => answer(name, () => fail({ kind: 'internal' }))),
      getState: answer('getState', () => succeed(fake.view)),
      // Not among what was asked: a page asks it whenever it is shown. One that missed a change has lost count.
      getChangesSince: async ({ revision }) => {
        const { revision: to, nowMs } = fake.view;
        return succeed(revision === to ? { from: to, to, nowMs, shared: {}, agents: [] } : null);
      },
      listInbox: answer('listInbox', () => succeed({ alerts: [], keptQuiet: [] })),
      changePreferences: ({ change }: { readonly change: Partial<Preferences> }) => {
        changes.push(change);
        const { preferences, revision } = fake.view;
        fake.view = { ...fake.view, revision: revision + 1, preferences: { ...preferences, ...change } };
        return answer('changePreferences')({ change });
      },
      onStateChanged: (listener: (delta: AppDelta) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      ...answers,
    } as CrocoApi,
  };
  return fake;
}

export const createFakePage = (api: CrocoApi) => createPage({ api, document, performance });

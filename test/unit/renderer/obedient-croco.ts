import type { AppView } from '../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../src/shared/bridge.ts';
import { succeed } from '../../../src/shared/result.ts';
import type { Preferences } from '../../../src/shared/settings.ts';
import { createFakeCroco, type FakeCroco } from './fake-croco.ts';

export interface ObedientCroco extends FakeCroco {
  /** What the preferences were asked to become, in order. */
  readonly changes: readonly Partial<Preferences>[];
}

/** A main process that keeps the preferences it is sent, and tells of them only when it is asked. */
export function createObedientCroco(view: AppView, answers: Partial<CrocoApi> = {}): ObedientCroco {
  const changes: Partial<Preferences>[] = [];
  const fake = createFakeCroco(view, {
    changePreferences: ({ change }) => {
      changes.push(change);
      const { preferences, revision } = fake.view;
      fake.view = {
        ...fake.view,
        revision: revision + 1,
        preferences: { ...preferences, ...change },
      };
      return Promise.resolve(succeed(null));
    },
    ...answers,
  });
  return Object.assign(fake, { changes });
}

import { type ClockParts, createClock } from './clock.ts';
import type { Page } from './context.ts';
import { createMirror } from './mirror.ts';
import { createPreferencesEditor } from './preferences.ts';
import { createTell } from './requests.ts';
import { createToasts } from './toasts.ts';

type PageParts = Pick<Page, 'api'> & ClockParts;

export function createPage({ api, document, performance }: PageParts): Page {
  const mirror = createMirror(api);
  const clock = createClock({ document, performance });
  const toasts = createToasts();
  const tell = createTell(toasts);
  mirror.store.subscribe(({ view }, before) => {
    if (view !== null && view !== before.view) clock.sync(view.nowMs);
  });
  return { api, mirror, clock, toasts, tell, editor: createPreferencesEditor({ api, mirror, tell }) };
}

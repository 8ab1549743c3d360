import { describe, expect, it } from 'vitest';
import { createOutcomes } from '../../../../src/main/alerts/outcomes.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Platform } from '../../../../src/shared/app-view.ts';

function setUp(platform: Platform) {
  const store = createAppStore();
  const outcomes = createOutcomes({ store, platform });
  return {
    ...outcomes,
    notices: () => store.getState().notices.map(({ kind }) => kind),
    dismiss: () => store.setState({ notices: [] }),
  };
}

describe('what became of notifications', () => {
  it.each([
    ['linux', 'unsupported', 'no-libnotify'],
    ['linux', 'failed', 'notifications-failed'],
    ['darwin', 'failed', 'notifications-failed'],
    ['win32', 'unsupported', 'notifications-failed'],
  ] as const)('on %s, when one is %s, is told as %s', (platform, outcome, expected) => {
    const { note, notices } = setUp(platform);
    note(outcome);
    note(outcome);
    expect(notices()).toEqual([expected]);
  });

  it('is told once, and again only after one was shown', () => {
    const { note, notices, dismiss } = setUp('darwin');
    note('failed');
    dismiss();
    note('failed');
    expect(notices()).toEqual([]);
    note('shown');
    note('failed');
    expect(notices()).toEqual(['notifications-failed']);
    note('shown');
    expect(notices()).toEqual([]);
  });

  it('is counted for support', () => {
    const { note, counts } = setUp('linux');
    for (const outcome of ['shown', 'shown', 'failed', 'unsupported'] as const) note(outcome);
    expect(counts()).toEqual({ shown: 2, failed: 1, unsupported: 1 });
  });
});

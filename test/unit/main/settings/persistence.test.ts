import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followSettings } from '../../../../src/main/settings/persistence.ts';
import type { Saved } from '../../../../src/main/settings/settings-file.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const good: Saved = { ok: true, value: null };
const full: Saved = { ok: false, error: 'not-written' };

function setUp() {
  const store = createAppStore();
  const disk = { saved: good };
  const themes: string[] = [];
  const stop = followSettings(store, {
    save: async ({ theme }) => {
      themes.push(theme);
      return disk.saved;
    },
  });
  const change = async (theme: 'light' | 'dark') => {
    store.setState({ settings: { ...defaultSettings, theme } });
    await vi.advanceTimersByTimeAsync(0);
  };
  const kinds = () => store.getState().notices.map(({ kind }) => kind);
  return { store, disk, themes, stop, change, kinds };
}

describe('settings that cannot be saved', () => {
  it('are told, tried again by themselves, and told no more once they are saved', async () => {
    const { disk, themes, change, kinds } = setUp();
    disk.saved = full;
    await change('dark');
    expect(kinds()).toEqual(['settings-not-saved']);
    await vi.advanceTimersByTimeAsync(2_000 + 4_000);
    expect(themes).toHaveLength(3);
    disk.saved = good;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(themes).toEqual(['dark', 'dark', 'dark', 'dark']);
    expect(kinds()).toEqual([]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(themes).toHaveLength(4);
  });

  it('are tried at least once a minute, however long it lasts', async () => {
    const { disk, themes, change } = setUp();
    disk.saved = full;
    await change('dark');
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(themes.length).toBeGreaterThan(60);
    expect(themes.length).toBeLessThan(70);
  });

  it('are told once to whoever dismisses it, and again about what they change then', async () => {
    const { store, disk, change, kinds } = setUp();
    disk.saved = full;
    await change('dark');
    store.setState({ notices: [] });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(kinds()).toEqual([]);
    await change('light');
    expect(kinds()).toEqual(['settings-not-saved']);
  });

  it('are left alone when the file is not ours to overwrite, and after the end', async () => {
    const blocked = setUp();
    blocked.disk.saved = { ok: false, error: 'blocked' };
    await blocked.change('dark');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(blocked.themes).toHaveLength(1);
    expect(blocked.kinds()).toEqual(['settings-not-saved']);
    const ended = setUp();
    ended.disk.saved = full;
    await ended.change('dark');
    ended.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(ended.themes).toHaveLength(1);
  });
});

import { expect, it, vi } from 'vitest';
import type { TrayAction } from '../../../../src/main/tray/menu.ts';
import { createTrayActions, type TrayActionParts } from '../../../../src/main/tray/tray-actions.ts';

type Calls = { readonly [Name in keyof TrayActionParts]?: Parameters<TrayActionParts[Name]> };

it.each<[TrayAction, Calls]>([
  [{ do: 'open' }, { open: [] }],
  [{ do: 'open-agent', agentUser: 'ana' }, { goTo: ['agents', 'ana'] }],
  [{ do: 'open-inbox' }, { goTo: ['inbox', null] }],
  [{ do: 'open-settings' }, { goTo: ['settings', null] }],
  [{ do: 'mute', span: 'tomorrow' }, { mute: ['tomorrow'] }],
  [{ do: 'mute', span: null }, { mute: [null] }],
  [{ do: 'toggle-presenting' }, { togglePresenting: [] }],
  [{ do: 'refresh' }, { refresh: [] }],
  [{ do: 'toggle-pause' }, { togglePause: [] }],
  [{ do: 'quit' }, { quit: [] }],
])('%o in the menu does that and nothing else', (action, expected) => {
  const parts = {
    open: vi.fn(),
    goTo: vi.fn(),
    refresh: vi.fn(),
    togglePause: vi.fn(),
    mute: vi.fn(),
    togglePresenting: vi.fn(),
    quit: vi.fn(),
  };
  createTrayActions(parts)(action);
  const called = Object.entries(parts).flatMap(([name, part]) => part.mock.calls.map((args) => [name, args]));
  expect(called).toEqual(Object.entries(expected));
});

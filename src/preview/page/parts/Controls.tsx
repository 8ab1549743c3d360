import type { DesktopAction } from '../../wire/action.ts';
import type { DesktopState } from '../../wire/desktop-state.ts';

interface ControlsProps {
  readonly desktop: DesktopState;
  readonly act: (action: DesktopAction) => void;
}

const power = [
  { event: 'suspend', label: 'Sleep' },
  { event: 'resume', label: 'Wake' },
  { event: 'lock-screen', label: 'Lock' },
  { event: 'unlock-screen', label: 'Unlock' },
  { event: 'on-battery', label: 'On battery' },
  { event: 'on-ac', label: 'On mains' },
] as const;

/** What happens to a computer by itself: here by button. */
export function Controls({ desktop, act }: ControlsProps) {
  return (
    <section className="controls" aria-label="Simulate">
      <p className="controls-state" role="status">
        {desktop.isAsleep ? 'Asleep' : 'Awake'} · {desktop.isLocked ? 'locked' : 'unlocked'} ·{' '}
        {desktop.isOnBattery ? 'on battery' : 'on mains'} · {desktop.theme}
      </p>
      <div className="controls-row">
        {power.map(({ event, label }) => (
          <button key={event} type="button" onClick={() => act({ do: 'power', event })}>
            {label}
          </button>
        ))}
        <button type="button" aria-pressed={desktop.theme === 'dark'} onClick={() => act({ do: 'theme' })}>
          Dark theme
        </button>
        <button type="button" onClick={() => act({ do: 'quit' })}>
          Quit
        </button>
      </div>
    </section>
  );
}

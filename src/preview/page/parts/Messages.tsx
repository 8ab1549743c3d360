import type { DesktopAction } from '../../wire/action.ts';
import type { MessageState } from '../../wire/desktop-state.ts';

interface MessagesProps {
  readonly messages: readonly MessageState[];
  readonly act: (action: DesktopAction) => void;
}

const mostShown = 3;

const lead: Readonly<Record<MessageState['kind'], string>> = {
  copied: 'Copied to clipboard:',
  'would-open': 'Would open:',
  dialog: 'Box:',
};

/** What a real desktop would have done outside the app. */
export function Messages({ messages, act }: MessagesProps) {
  return (
    <section className="messages" aria-label="What a real desktop would have done" aria-live="polite">
      {messages.slice(-mostShown).map(({ id, kind, text }) => (
        <p className="message" key={id}>
          <span>
            {lead[kind]} <code>{text}</code>
          </span>
          <button type="button" aria-label="Dismiss" onClick={() => act({ do: 'dismiss-message', id })}>
            <span aria-hidden="true">×</span>
          </button>
        </p>
      ))}
    </section>
  );
}

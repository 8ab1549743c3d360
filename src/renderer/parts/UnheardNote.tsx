import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { type Unheard, unheardInWords, unheardOf } from '../../shared/unheard.ts';
import { useNowMs, useView } from '../context.ts';

/** After a sentence about a connection that works: of whom nothing is known all the same. */
export function UnheardNote() {
  const isConnected = useView(({ health }) => health.kind === 'ok');
  const unheard = useView(useShallow(({ agents }) => unheardOf(agents)));
  return isConnected && unheard.silent + unheard.unknown > 0 ? <Note unheard={unheard} /> : null;
}

function Note({ unheard }: { readonly unheard: Unheard }) {
  const { t } = useTranslation();
  return <> · {unheardInWords(unheard, useNowMs(), t)}</>;
}

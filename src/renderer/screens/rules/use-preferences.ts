import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Preferences } from '../../../shared/settings.ts';
import { usePage, useView } from '../../context.ts';
import { useTell } from '../../requests.ts';

export type ChangePreferences = (change: (now: Preferences) => Partial<Preferences>) => void;

/**
 * The preferences with what has been asked for and not yet come back: lists are changed whole, and two changes
 * in quick succession would otherwise undo each other.
 */
export function usePreferences(): readonly [Preferences, ChangePreferences] {
  const { api, mirror } = usePage();
  const tell = useTell();
  const mirrored = useView(({ preferences }) => preferences);
  const [asked] = useState(() => createStore<Partial<Preferences>>(() => ({})));
  const [underWay] = useState(() => ({ count: 0, isHere: true }));
  const pending = useStore(asked);

  useEffect(() => {
    const forget = () => asked.setState({}, true);
    underWay.isHere = true;
    const unsubscribe = mirror.store.subscribe(({ view }, before) => {
      // What main pushes after its answer holds everything asked for until then.
      if (view?.preferences !== before.view?.preferences && underWay.count === 0) forget();
    });
    return () => {
      unsubscribe();
      underWay.isHere = false;
      forget();
    };
  }, [mirror, asked, underWay]);

  const change = useMemo<ChangePreferences>(() => {
    return (changeOf) => {
      const { view } = mirror.store.getState();
      if (view === null) return;
      const part = changeOf({ ...view.preferences, ...asked.getState() });
      // An Undo may be pressed after the screen is left; nobody would forget what it asked for.
      if (underWay.isHere) asked.setState(part);
      underWay.count += 1;
      void tell(api.changePreferences({ change: part })).then((isDone) => {
        underWay.count -= 1;
        if (!isDone) asked.setState({}, true);
      });
    };
  }, [api, mirror, tell, asked, underWay]);

  return [useMemo(() => ({ ...mirrored, ...pending }), [mirrored, pending]), change];
}

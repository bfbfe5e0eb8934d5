import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PumpModel } from '../model/PumpModel';

const PumpContext = createContext<PumpModel | null>(null);

/** Hands the model to every view below. */
export const PumpProvider = PumpContext.Provider;

/** The model. Every view is below the provider; one that is not is a mistake in the page. */
export function usePump(): PumpModel {
  const pump = useContext(PumpContext);

  if (pump === null) {
    throw new Error('no pump above this view');
  }

  return pump;
}

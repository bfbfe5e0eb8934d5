import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What a server with a virtual pump offers. A server without one offers none. */
export interface Demo {
  /** Null: the server has no virtual pump, or has not answered yet. */
  readonly card: ReadonlySignal<string | null>;
  /** The page talks to the virtual pump and not to the radio. */
  readonly chosen: ReadonlySignal<boolean>;
  readonly choose: (demo: boolean) => void;
}

const DemoContext = createContext<Demo | null>(null);

export const DemoProvider = DemoContext.Provider;

export function useDemo(): Demo | null {
  return useContext(DemoContext);
}

/** The demo's card, when the server says that it is one. Any other answer, or none, is no demo. */
export async function readDemoCard(): Promise<string | null> {
  try {
    const answer = await fetch('./demo.json', { cache: 'no-store' });
    const said: unknown = answer.ok ? await answer.json() : null;
    return isDemo(said) ? said.card : null;
  } catch {
    return null; // no server, or a page in place of the file
  }
}

function isDemo(said: unknown): said is { readonly demo: true; readonly card: string } {
  return typeof said === 'object' && said !== null && 'demo' in said && said.demo === true && 'card' in said && typeof said.card === 'string';
}

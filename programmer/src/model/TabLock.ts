const name = 'haip-programmer';

/** Lets one tab of this browser have the pump. */
export interface TabLock {
  /** Asks for it, and says whether another tab has it; again when that changes. Kept until the page is closed. */
  hold(elsewhere: (is: boolean) => void): void;
}

/** By the browser's locks, which a tab that was closed or crashed gives back. */
export function browserTabLock(locks: LockManager | null = globalThis.navigator?.locks ?? null): TabLock {
  return {
    hold(elsewhere) {
      if (locks === null) {
        elsewhere(false); // an insecure context, which has no Bluetooth either
        return;
      }

      const keep = (): Promise<never> => {
        elsewhere(false);
        return new Promise(() => {});
      };

      void locks.request(name, { ifAvailable: true }, (lock) => {
        if (lock !== null) {
          return keep();
        }

        elsewhere(true);
        void locks.request(name, keep);
        return undefined;
      });
    },
  };
}

import { signal } from '@preact/signals';

/** The screens, in the order of the navigation. */
export const routes = [
  'connect', 'overview', 'prescribe', 'bolus', 'refill', 'drug', 'alarms', 'history', 'card', 'calculator', 'maintenance',
] as const;

export type Route = (typeof routes)[number];

/** The screen that is shown. */
export const route = signal<Route>(routeOf(location.hash));

/** The address of a screen within the page. */
export function hashOf(screen: Route): string {
  return `#/${screen}`;
}

/** Follows the address. What it does not name is the first screen. */
export function followAddress(): void {
  addEventListener('hashchange', () => {
    route.value = routeOf(location.hash);
  });
}

function routeOf(hash: string): Route {
  return routes.find((screen) => hash === hashOf(screen)) ?? 'connect';
}

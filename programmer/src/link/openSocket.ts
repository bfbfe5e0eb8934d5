import { systemClock } from './Clock';
import type { PumpLink } from './PumpLink';
import { SocketLink } from './SocketLink';

/** The simulated pump of the server that this page came from. */
export function openSocket(): Promise<PumpLink> {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return Promise.resolve(new SocketLink('demo', () => new WebSocket(`${scheme}://${location.host}/link`), systemClock));
}

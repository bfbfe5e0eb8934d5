import { systemClock, type Clock } from '../link/Clock';
import type { PumpLink } from '../link/PumpLink';
import { Pump } from './Pump';
import type { PumpModel } from './PumpModel';
import { browserTabLock, type TabLock } from './TabLock';

/** The model that a view is made for. makeLink: chooseBluetooth, or openSocket for a simulated pump. */
export function createPump(makeLink: () => Promise<PumpLink>, clock: Clock = systemClock, lock: TabLock = browserTabLock()): PumpModel {
  return new Pump(makeLink, clock, lock);
}

import type { Clock } from '../link/Clock';
import type { PumpLink } from '../link/PumpLink';
import { eventFlags } from '../protocol/gatt';
import { ProtocolError } from '../protocol/ProtocolError';
import { Session } from '../session/Session';
import { SessionEnded } from '../session/SessionError';
import { OrderDesk } from './OrderDesk';
import { PumpFeed } from './PumpFeed';
import { PumpReader } from './PumpReader';
import type { PumpSignals } from './PumpSignals';
import { SessionKeeper } from './SessionKeeper';

/** After these changes therapy and drug may be others. */
const reread = eventFlags.Order | eventFlags.State | eventFlags.Drug | eventFlags.Reservoir | eventFlags.Started;

/** All that belongs to one pump, for as long as a person stays with it. */
export class PumpParts {
  readonly session: Session;
  readonly feed: PumpFeed;
  readonly keeper: SessionKeeper;
  readonly orders: OrderDesk;

  private readonly reader: PumpReader;

  constructor(
    link: PumpLink,
    private readonly signals: PumpSignals,
    clock: Clock,
  ) {
    this.session = new Session(link, clock);
    this.feed = new PumpFeed(link, signals, clock);
    this.reader = new PumpReader(this.session, signals, clock);
    this.keeper = new SessionKeeper(this.session, signals, clock);
    this.orders = new OrderDesk(this.session, this.reader, signals, clock);
    this.keeper.onOpened = () => void this.read(0);
    this.feed.onChanged = (flags) => void this.changed(flags);
  }

  /** Nothing of this pump is used any more. */
  end(): void {
    this.session.onEnded = null;
    this.session.finish('wiped');
    this.keeper.forget();
    this.orders.forget();
  }

  private async changed(flags: number): Promise<void> {
    if ((flags & reread) !== 0 && this.session.open !== null) {
      await this.read(flags);
    }
  }

  // What only a session may read, and then that it is known.
  private async read(flags: number): Promise<void> {
    try {
      await this.orders.settle();
      await this.reader.readOrders();

      if (this.signals.limits.value.size === 0) {
        await this.reader.readLimits();
      }

      if (flags !== 0) {
        await this.reader.clearEvents(flags);
      }
    } catch (error) {
      if (!(error instanceof SessionEnded || error instanceof ProtocolError)) {
        throw error; // what is shown stays, with its age
      }
    }
  }
}

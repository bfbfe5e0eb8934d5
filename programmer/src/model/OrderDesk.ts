import type { Clock } from '../link/Clock';
import { ByteWriter } from '../protocol/ByteWriter';
import { answerCodes, timings } from '../protocol/gatt';
import { writeOrder } from '../protocol/orderCommand';
import { ProtocolError } from '../protocol/ProtocolError';
import { readReason } from '../protocol/reason';
import { wordOf } from '../protocol/yesNo';
import { same } from '../session/crypto';
import type { Answer } from '../session/CommandChannel';
import type { Session } from '../session/Session';
import { SessionEnded } from '../session/SessionError';
import { echoOf } from './echo';
import type { Change, Echo, Order } from './Order';
import { ownReason } from './ownReason';
import type { Pending } from './Pending';
import type { PumpReader } from './PumpReader';
import type { PumpSignals } from './PumpSignals';
import { settled } from './settled';

/** The one change that is under way. A command is sent once; when its answer is lost, the pump is asked what holds. */
export class OrderDesk {
  private tag: Uint8Array = new Uint8Array();
  private pending: Pending | null = null;
  private stopExpiry = (): void => {};

  constructor(
    private readonly session: Session,
    private readonly reader: PumpReader,
    private readonly signals: PumpSignals,
    private readonly clock: Clock,
  ) {}

  /** @throws {RangeError} A number of the order does not fit its field: nothing is sent. */
  async stage(order: Order): Promise<void> {
    const { command, payload } = writeOrder(order);
    const before = this.change.kind;

    if (before === 'staging' || before === 'committing' || before === 'unknown') {
      return;
    }

    if (this.session.open === null) {
      this.show({ kind: 'refused', order, reason: ownReason('NoSession') });
      return;
    }

    const endsAtMs = this.clock.nowMs() + timings.commitMs; // the pump counts from later
    this.show({ kind: 'staging', order });

    try {
      this.takeEcho(order, payload, endsAtMs, await this.session.command(command, payload));
    } catch (error) {
      this.lose(error, { order, commit: null });
    }
  }

  async commit(confirmed: boolean): Promise<void> {
    const change = this.change;
    const session = this.session.open;

    if (change.kind !== 'staged' || session === null || (change.echo.needsConfirmation && !confirmed)) {
      return;
    }

    const { echo, order } = change;
    const tag = this.tag;
    this.show({ kind: 'committing', echo });

    try {
      const answer = await this.session.command('Commit', new ByteWriter().bytes(tag).u8(wordOf(confirmed)).toBytes());
      this.takeCommit(order, echo, answer);
      await this.reader.readOrders();
    } catch (error) {
      this.lose(error, { order, commit: { echo, tag, boot: session.boot } });
    }
  }

  dismiss(): void {
    const kind = this.change.kind;

    if (kind !== 'staging' && kind !== 'committing' && kind !== 'unknown') {
      this.show({ kind: 'idle' });
    }
  }

  /** Asks what became of a change whose answer was lost. Nothing is sent again. */
  async settle(): Promise<void> {
    const pending = this.pending;
    const session = this.session.open;

    if (this.change.kind !== 'unknown' || pending === null || session === null) {
      return;
    }

    try {
      const change = await settled(pending, session.boot, this.session, this.reader, this.clock.nowMs());

      if (this.change.kind === 'unknown') {
        this.pending = null;
        this.show(change);
      }
    } catch (error) {
      if (!(error instanceof SessionEnded || error instanceof ProtocolError)) {
        throw error; // still unknown; asked again with the next session
      }
    }
  }

  /** The session is over: the pump has forgotten what was staged. */
  sessionEnded(): void {
    if (this.change.kind === 'staged') {
      this.show({ kind: 'expired', order: this.change.order });
    }
  }

  forget(): void {
    this.pending = null;
    this.show({ kind: 'idle' });
  }

  private get change(): Change {
    return this.signals.change.value;
  }

  private show(change: Change): void {
    this.stopExpiry();
    this.signals.change.value = change;
  }

  private takeEcho(order: Order, sent: Uint8Array, endsAtMs: number, answer: Answer): void {
    if (answer.code !== answerCodes.Staged) {
      this.show({ kind: 'refused', order, reason: readReason(answer.code, answer.payload) });
      return;
    }

    const { echo, bytes } = echoOf(order.kind, answer.payload, endsAtMs);

    if (!same(sent, bytes)) {
      this.show({ kind: 'differs', order, echo });
      return;
    }

    this.tag = answer.tag;
    this.show({ kind: 'staged', order, echo });
    this.stopExpiry = this.clock.after(Math.max(0, endsAtMs - this.clock.nowMs()), () => this.show({ kind: 'expired', order }));
  }

  private takeCommit(order: Order, echo: Echo, answer: Answer): void {
    switch (answer.code) {
      case answerCodes.Done:
        this.show({ kind: 'confirmed', echo, atMs: this.clock.nowMs() });
        break;
      case answerCodes.NotKept:
        this.show({ kind: 'confirmed', echo, atMs: this.clock.nowMs(), notKept: true });
        break;
      case answerCodes.TooLate:
      case answerCodes.NothingStaged:
        this.show({ kind: 'expired', order });
        break;
      default:
        this.show({ kind: 'refused', order, reason: readReason(answer.code, answer.payload) });
    }
  }

  private lose(error: unknown, pending: Pending): void {
    if (!(error instanceof SessionEnded || error instanceof ProtocolError)) {
      throw error;
    }

    const kind = this.change.kind;

    if (kind === 'staging' || kind === 'committing') {
      this.pending = pending;
      this.show({ kind: 'unknown', order: pending.order, wasCommitted: pending.commit !== null });
    }
  }
}

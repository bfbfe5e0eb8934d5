import type { Clock } from '../link/Clock';
import { LinkError, type PumpLink } from '../link/PumpLink';
import { ByteWriter } from '../protocol/ByteWriter';
import type { Command } from '../session/CommandChannel';
import type { SessionEnd } from './Connection';
import { Connector, type LinkUser } from './Connector';
import { doAtOnce } from './doAtOnce';
import { LogDesk } from './LogDesk';
import type { LogFileProblem } from './logFile';
import type { Order } from './Order';
import { ownReason } from './ownReason';
import type { Outcome, PumpModel } from './PumpModel';
import { PumpParts } from './PumpParts';
import { PumpSignals } from './PumpSignals';
import { readIdentity } from './readIdentity';
import type { TabLock } from './TabLock';

/** The model: what a person asks for goes to the part that does it, when this tab has the pump. */
export class Pump extends PumpSignals implements PumpModel, LinkUser {
  private readonly connector: Connector;
  private readonly logs = new LogDesk(this);
  private parts: PumpParts | null = null;
  private mine = false;

  constructor(
    makeLink: () => Promise<PumpLink>,
    private readonly clock: Clock,
    lock: TabLock,
  ) {
    super();
    this.connector = new Connector(makeLink, this, this, clock);
    lock.hold((is) => {
      this.mine = !is;
      this.elsewhere.value = is;
    });
  }

  async connect(): Promise<void> {
    if (this.mine) {
      this.active();
      await this.connector.connect();
    }
  }

  disconnect(): void {
    this.endParts();
    this.connector.disconnect();
    this.forgetPump();
  }

  async openSession(card: string): Promise<void> {
    if (this.connection.value.kind === 'connected') {
      await this.parts?.keeper.open(card);
    }
  }

  async endSession(): Promise<void> {
    await this.parts?.session.end('Asked');
  }

  async stage(order: Order): Promise<void> {
    this.active();
    await this.parts?.orders.stage(order);
  }

  async commit(confirmed: boolean): Promise<void> {
    this.active();
    await this.parts?.orders.commit(confirmed);
  }

  dismiss(): void {
    this.active();
    this.parts?.orders.dismiss();
  }

  async settle(): Promise<void> {
    this.active();
    await this.parts?.orders.settle();
  }

  suspend(): Promise<Outcome> {
    return this.command('Suspend');
  }

  resume(): Promise<Outcome> {
    return this.command('Resume');
  }

  acknowledge(newestInstance: number): Promise<Outcome> {
    return this.command('Acknowledge', new ByteWriter().u16(newestInstance).toBytes());
  }

  pauseAudio(newestInstance: number): Promise<Outcome> {
    return this.command('PauseAudio', new ByteWriter().u16(newestInstance).toBytes());
  }

  active(): void {
    this.parts?.keeper.active();
  }

  exportLog(log: 'events' | 'faults'): Promise<Outcome> {
    this.active();
    return this.parts === null ? noSession() : this.logs.bring(this.parts.session, log);
  }

  stopExport(): Promise<Outcome> {
    this.active();
    return this.parts === null ? noSession() : this.logs.stop(this.parts.session);
  }

  importLog(text: string): LogFileProblem | null {
    return this.logs.importFile(text);
  }

  chosen(link: PumpLink): void {
    this.endParts();
    this.forgetPump();
    const parts = new PumpParts(link, this, this.clock);
    this.parts = parts;
    parts.session.onEnded = (why) => this.sessionEnded(parts, why);
  }

  async opened(link: PumpLink): Promise<void> {
    const identity = await readIdentity(link);
    const before = this.identity.value?.value.serial;

    if (before !== undefined && before !== identity.serial) {
      throw new LinkError('notAPump'); // another one answers in its place
    }

    if (this.identity.value?.value.boot !== identity.boot) {
      this.limits.value = new Map(); // it has started again, perhaps with another firmware
    }

    this.identity.value = { value: identity, atMs: this.clock.nowMs() };
    await this.parts?.feed.start();
    await this.parts?.session.listen();
  }

  connected(): void {
    void this.parts?.keeper.reopen();
  }

  lost(): void {
    this.parts?.session.finish('LinkLost');
  }

  private endParts(): void {
    this.parts?.end();
    this.parts = null;
  }

  private sessionEnded(parts: PumpParts, why: SessionEnd): void {
    parts.keeper.ended(why);
    parts.orders.sessionEnded();

    if (why === 'LinkLost') {
      this.connector.lose(); // also when only nobody answers any more
    }
  }

  private command(command: Command, payload?: Uint8Array): Promise<Outcome> {
    this.active();
    return doAtOnce(this.parts?.session, command, payload);
  }
}

function noSession(): Promise<Outcome> {
  return Promise.resolve({ kind: 'refused', reason: ownReason('NoSession') });
}

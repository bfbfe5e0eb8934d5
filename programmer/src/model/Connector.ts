import type { Clock } from '../link/Clock';
import { LinkError, type LinkProblem, type PumpLink } from '../link/PumpLink';
import { ProtocolError } from '../protocol/ProtocolError';
import type { PumpSignals } from './PumpSignals';

/** Pauses before the tries after a loss; then a person decides. */
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000] as const;

/** What is done with a link, by whoever has a Connector. */
export interface LinkUser {
  /** Another pump may be at the other end. */
  chosen(link: PumpLink): void;
  /** The link is open. Throws what a link throws when it is lost meanwhile. */
  opened(link: PumpLink): Promise<void>;
  /** Everything is subscribed and read. */
  connected(): void;
  lost(): void;
}

/** Makes a link and keeps it: a lost one is tried again by itself, some times. */
export class Connector {
  private link: PumpLink | null = null;
  private round = 0;
  private trying = false;
  private stopWaiting = (): void => {};

  constructor(
    private readonly makeLink: () => Promise<PumpLink>,
    private readonly user: LinkUser,
    private readonly signals: PumpSignals,
    private readonly clock: Clock,
  ) {}

  /** A person wants a pump: the one that was lost, or one that is to be chosen. */
  async connect(): Promise<void> {
    const connection = this.signals.connection.value;

    if (connection.kind === 'lost' && this.link !== null) {
      if (this.trying) {
        return;
      }

      this.stopWaiting();
      await this.again(this.link, connection.sinceMs, 1);
    } else if (connection.kind === 'none') {
      await this.first();
    }
  }

  disconnect(): void {
    this.drop();
    this.signals.connection.value = { kind: 'none' };
  }

  /** The link is gone, or nobody answers over it. */
  lose(): void {
    const link = this.link;

    if (this.signals.connection.value.kind === 'connected' && link !== null) {
      link.close();
      this.round++;
      this.wait(link, this.clock.nowMs(), 1);
      this.user.lost();
    }
  }

  private async first(): Promise<void> {
    this.drop();
    const round = this.round;
    this.signals.connection.value = { kind: 'connecting' };
    let link: PumpLink | null = null;

    try {
      link = await this.makeLink();

      if (round !== this.round) {
        return; // disconnected meanwhile
      }

      this.link = link;
      this.user.chosen(link);
      await this.open(link, round);
    } catch (error) {
      if (round === this.round) {
        link?.close();
        this.drop();
        this.signals.connection.value = { kind: 'none', problem: problemOf(error) };
      }
    }
  }

  private async again(link: PumpLink, sinceMs: number, attempt: number): Promise<void> {
    this.round++;
    const round = this.round;
    this.signals.connection.value = { kind: 'lost', sinceMs, attempt, nextTryAtMs: this.clock.nowMs() };

    this.trying = true;

    try {
      await this.open(link, round);
    } catch (error) {
      if (round === this.round) {
        link.close();
        this.user.lost();
        this.wait(link, sinceMs, problemOf(error) === 'pairingFailed' ? pausesMs.length + 1 : attempt + 1);
      }
    } finally {
      this.trying = false;
    }
  }

  private async open(link: PumpLink, round: number): Promise<void> {
    await link.open();

    if (round !== this.round) {
      return;
    }

    let lostEarly = false;
    link.onLost = () => {
      lostEarly = true;
      this.lose();
    };
    await this.user.opened(link);

    if (lostEarly) {
      throw new LinkError('lost');
    }

    if (round === this.round) {
      this.signals.connection.value = { kind: 'connected' };
      this.user.connected();
    }
  }

  private wait(link: PumpLink, sinceMs: number, attempt: number): void {
    const pauseMs = pausesMs[attempt - 1];
    this.signals.connection.value = { kind: 'lost', sinceMs, attempt, nextTryAtMs: pauseMs === undefined ? null : this.clock.nowMs() + pauseMs };

    if (pauseMs !== undefined) {
      this.stopWaiting = this.clock.after(pauseMs, () => void this.again(link, sinceMs, attempt));
    }
  }

  private drop(): void {
    this.round++;
    this.stopWaiting();

    if (this.link !== null) {
      this.link.onLost = null;
      this.link.close();
      this.link = null;
    }
  }
}

function problemOf(error: unknown): LinkProblem {
  if (error instanceof LinkError) {
    return error.problem;
  }

  if (error instanceof ProtocolError) {
    return 'notAPump';
  }

  throw error;
}

import type { Clock } from '../link/Clock';
import { LinkError } from '../link/PumpLink';
import { ProtocolError } from '../protocol/ProtocolError';
import { cardKeyOf, type CardKey } from '../session/CardKey';
import type { Session } from '../session/Session';
import { SessionEnded, SessionRefused } from '../session/SessionError';
import type { SessionEnd, SessionRefusal } from './Connection';
import type { PumpSignals } from './PumpSignals';

const lookMs = 15_000;
const keepAliveMs = 120_000;

/** Opens the session, keeps it open while a person is active and no longer, and opens it again after a lost link. */
export class SessionKeeper {
  /** A session is open: everything that only it may read is to be read. */
  onOpened: (() => void) | null = null;

  private card: CardKey | null = null;
  private activeAtMs = 0;
  private keptAtMs = 0;
  private stopLooking = (): void => {};

  constructor(
    private readonly session: Session,
    private readonly signals: PumpSignals,
    private readonly clock: Clock,
  ) {}

  /** With the text of a card, which is forgotten when the session ends. */
  async open(text: string): Promise<void> {
    this.signals.authority.value = { kind: 'opening' };
    const card = await cardKeyOf(text);

    if (typeof card === 'string') {
      this.signals.authority.value = { kind: 'none', refused: card };
      return;
    }

    this.card = card;
    this.activeAtMs = this.clock.nowMs();
    await this.start(card);
  }

  /** After a link was lost and found: only for a person who is still there. */
  async reopen(): Promise<void> {
    if (this.card === null) {
      return;
    }

    if (this.clock.nowMs() - this.activeAtMs >= this.idleMs) {
      this.ended('Idle');
      return;
    }

    this.signals.authority.value = { kind: 'opening' };
    await this.start(this.card);
  }

  /** A person does something. */
  active(): void {
    const authority = this.signals.authority.value;
    const nowMs = this.clock.nowMs();

    if (authority.kind === 'open' && nowMs - this.activeAtMs >= 1_000) {
      this.activeAtMs = nowMs;
      this.signals.authority.value = { ...authority, idleEndsAtMs: nowMs + this.idleMs };
    }
  }

  /** A session is over. The card is kept for a lost link only. */
  ended(why: SessionEnd): void {
    this.stopLooking();
    this.signals.authority.value = { kind: 'ended', reason: why };

    if (why !== 'LinkLost') {
      this.card = null;
    }
  }

  /** Forgets the card. */
  forget(): void {
    this.stopLooking();
    this.card = null;
    this.signals.authority.value = { kind: 'none' };
  }

  private get idleMs(): number {
    return this.session.open?.idleMs ?? 300_000;
  }

  private async start(card: CardKey): Promise<void> {
    try {
      const opened = await this.session.start(card, this.signals.identity.value?.value.serial ?? '');
      this.keptAtMs = this.clock.nowMs();
      this.signals.authority.value = { kind: 'open', keyId: opened.keyId, idleEndsAtMs: this.activeAtMs + opened.idleMs };
      this.look();
      this.onOpened?.();
    } catch (error) {
      this.refuse(error);
    }
  }

  private refuse(error: unknown): void {
    if (error instanceof SessionEnded || error instanceof LinkError) {
      this.signals.authority.value = { kind: 'ended', reason: 'LinkLost' };
      return;
    }

    if (!(error instanceof SessionRefused || error instanceof ProtocolError)) {
      throw error;
    }

    const why: SessionRefusal = error instanceof SessionRefused ? error.why : 'notThePump';
    const waitSeconds = error instanceof SessionRefused ? error.waitSeconds : 0;
    this.card = null;
    this.signals.authority.value = { kind: 'none', refused: why, ...(waitSeconds > 0 ? { waitSeconds } : {}) };
  }

  // The pump counts from the last command, the page from the last thing that a person did: whichever ends first, ends it.
  private look(): void {
    const nowMs = this.clock.nowMs();
    const idleEndsAtMs = this.activeAtMs + this.idleMs;
    this.stopLooking();

    if (this.session.open === null) {
      return;
    }

    if (nowMs >= idleEndsAtMs) {
      void this.session.end('Idle');
      return;
    }

    if (this.activeAtMs > this.keptAtMs && nowMs - this.keptAtMs >= keepAliveMs) {
      this.keptAtMs = nowMs;
      this.session.command('KeepAlive').catch(unlessEnded);
    }

    this.stopLooking = this.clock.after(Math.min(lookMs, idleEndsAtMs - nowMs), () => this.look());
  }
}

function unlessEnded(error: unknown): void {
  // That the session ended, onEnded tells.
  if (!(error instanceof SessionEnded)) {
    throw error;
  }
}

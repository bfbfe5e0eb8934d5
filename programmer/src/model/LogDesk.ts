import { exportLog, ExportRefused } from '../session/exportLog';
import type { Session } from '../session/Session';
import { SessionEnded } from '../session/SessionError';
import { ownReason } from './ownReason';
import { mergeLogs } from './mergeLogs';
import type { Outcome } from './PumpModel';
import type { PumpSignals } from './PumpSignals';
import type { LogEntry } from '../protocol/PumpValues';

/** A person asked to stop: no failure. */
class ExportStopped extends Error {}

/** Brings the pump's logs into the page. */
export class LogDesk {
  constructor(private readonly signals: PumpSignals) {}

  /** All that the pump has of one log, in place of what the page had of it. */
  async bring(session: Session, log: LogEntry['log']): Promise<Outcome> {
    if (session.open === null) {
      return { kind: 'refused', reason: ownReason('NoSession') };
    }

    if (this.signals.exporting.value !== null) {
      return { kind: 'done' }; // one at a time: the pump would break the other off
    }

    const others = this.signals.log.value.filter((entry) => entry.log !== log);
    const together = () => log === 'events' ? mergeLogs(received, others) : mergeLogs(others, received);
    let received: readonly LogEntry[] = [];
    let promised = 0;
    this.signals.exporting.value = { received: 0, promised };

    try {
      for await (const piece of exportLog(session, log)) {
        promised = piece.kind === 'promised' ? piece.entries : promised;
        received = piece.kind === 'entries' ? [...received, ...piece.entries] : received;
        this.signals.log.value = together();
        this.signals.exporting.value = { received: received.length, promised };
      }

      return { kind: 'done' };
    } catch (error) {
      return outcomeOf(error);
    } finally {
      this.signals.exporting.value = null;
    }
  }

  /** What came so far stays. */
  async stop(session: Session): Promise<Outcome> {
    session.data.fail(new ExportStopped());

    try {
      await session.command('StopExport');
      return { kind: 'done' };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof ExportStopped) {
    return { kind: 'done' };
  }

  if (error instanceof ExportRefused) {
    return { kind: 'refused', reason: error.reason };
  }

  if (error instanceof SessionEnded) {
    return { kind: 'unknown' };
  }

  throw error;
}

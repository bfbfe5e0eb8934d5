import type { Clock } from '../link/Clock';
import { ByteReader } from '../protocol/ByteReader';
import { ByteWriter } from '../protocol/ByteWriter';
import { readDrugInPump } from '../protocol/drug';
import { answerCodes, fields } from '../protocol/gatt';
import { ProtocolError } from '../protocol/ProtocolError';
import { readTherapy } from '../protocol/therapy';
import { truthOf } from '../protocol/yesNo';
import type { Answer, Command } from '../session/CommandChannel';
import type { Session } from '../session/Session';
import type { PumpSignals } from './PumpSignals';
import type { DrugInPump, Limit, RunningTherapy } from './Values';

/** Asks an open session what holds in the pump. Throws SessionEnded, and ProtocolError when the answer is none. */
export class PumpReader {
  constructor(
    private readonly session: Session,
    private readonly signals: PumpSignals,
    private readonly clock: Clock,
  ) {}

  /** Therapy and drug. */
  async readOrders(): Promise<{ therapy: RunningTherapy | null; drug: DrugInPump }> {
    const therapy = therapyOf(await this.ask('ReadTherapy'));
    this.signals.therapy.value = { value: therapy, atMs: this.clock.nowMs() };
    const drug = readDrugInPump(await this.ask('ReadDrug'));
    this.signals.drug.value = { value: drug, atMs: this.clock.nowMs() };
    return { therapy, drug };
  }

  /** What the pump refuses and finds unusual; it changes only with its firmware. */
  async readLimits(): Promise<void> {
    const limits = new Map<string, Limit>();

    for (const [name, field] of Object.entries(fields)) {
      const reader = await this.ask('ReadLimit', new ByteWriter().u8(field).toBytes());

      if (reader.u8() !== field) {
        throw new ProtocolError('the limits of another field');
      }

      limits.set(name, { hardLow: reader.i32(), softLow: reader.i32(), softHigh: reader.i32(), hardHigh: reader.i32() });
    }

    this.signals.limits.value = limits;
  }

  /** Says that this page knows of these changes. */
  async clearEvents(flags: number): Promise<void> {
    await this.session.command('ClearEvents', new ByteWriter().u16(flags).toBytes());
  }

  private async ask(command: Command, payload?: Uint8Array): Promise<ByteReader> {
    const answer: Answer = await this.session.command(command, payload);

    if (answer.code !== answerCodes.Done) {
      throw new ProtocolError(`${command} was refused`);
    }

    return new ByteReader(answer.payload);
  }
}

function therapyOf(reader: ByteReader): RunningTherapy | null {
  const any = truthOf(reader.u8());
  const therapy = readTherapy(reader);
  const running = { ...therapy, leftSeconds: reader.u32(), doseUgPerDay: reader.u32() };
  reader.end();
  return any ? running : null;
}

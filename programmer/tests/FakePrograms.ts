import { ByteReader } from '../src/protocol/ByteReader';
import { ByteWriter } from '../src/protocol/ByteWriter';
import { alarms, answerCodes, fields, limits, opcodes, patencies, priorities, states, statusFlags, verdicts } from '../src/protocol/gatt';
import { writeDrug } from '../src/protocol/drug';
import { writeTherapy } from '../src/protocol/therapy';
import type { DrugInPump, Therapy } from '../src/model/Values';

interface Staged {
  readonly opcode: number;
  readonly payload: Uint8Array;
  tag: Uint8Array;
}

/** What the pump of the tests does with commands: it takes every order, unless a test says otherwise. */
export class FakePrograms {
  state: keyof typeof states = 'Standby';
  therapy: Therapy | null = null;
  drug: DrugInPump = { id: 1, nature: 'Carrier', ugPerMl: 0, name: 'SALINE', weightG: 70_000, ugPerDay: 21_000, ugPerKgPerDay: 300, scanAccepted: false, acceptedAtUtcSeconds: null };
  alarms: { readonly name: keyof typeof alarms; readonly instance: number }[] = [];
  flags = 0;
  changes = 0;
  orderChanges = 0;
  upSeconds = 1_000;
  events = 10;
  /** Frames of the next export that are lost. */
  readonly loseFrames = new Set<number>();
  /** Answers the next command of that opcode with this. */
  readonly answers = new Map<number, Uint8Array>();
  /** What the echo says instead of the order. */
  misunderstand: ((payload: Uint8Array) => Uint8Array) | null = null;
  needsConfirmation = false;
  lastCommit: { readonly digest: Uint8Array; readonly code: number; readonly verdict: number } | null = null;

  private staged: Staged | null = null;
  private from = 0;

  drop(): void {
    this.staged = null;
  }

  remember(tag: Uint8Array): void {
    if (this.staged !== null && this.staged.tag.length === 0) {
      this.staged.tag = tag;
    }
  }

  /** Code and payload of the answer to a command. */
  answer(opcode: number, payload: Uint8Array): Uint8Array {
    const other = this.answers.get(opcode);
    this.answers.delete(opcode);
    const done = new ByteWriter().u8(answerCodes.Done);

    if (other !== undefined) {
      return other;
    }

    if (opcode >= opcodes.StageTherapy && opcode <= opcodes.StageClock) {
      return this.stage(opcode, payload);
    }

    switch (opcode) {
      case opcodes.Commit:
        return this.commit(payload);
      case opcodes.Suspend:
        this.state = 'Suspended';
        return done.u8(states[this.state]).toBytes();
      case opcodes.Acknowledge:
      case opcodes.PauseAudio:
        return done.u8(this.alarms.length).toBytes();
      case opcodes.ClearEvents:
        this.flags &= ~new ByteReader(payload).u16();
        return done.u16(this.flags).toBytes();
      case opcodes.ReadTherapy:
        return done
          .u8(this.therapy === null ? 0x0f : 0x33)
          .bytes(writeTherapy(this.therapy ?? { durationHours: 0, resumeWithinMinutes: 0, patencyNlPerHour: 0, segments: [] }))
          .u32(3_600)
          .u32(8_400)
          .toBytes();
      case opcodes.ReadDrug:
        return this.readDrug(done);
      case opcodes.ReadLastCommit:
        return this.lastCommit === null
          ? done.zeros(14).toBytes()
          : done.bytes(this.lastCommit.digest.slice(0, 8)).u8(this.lastCommit.code).u8(this.lastCommit.verdict).u32(5).toBytes();
      case opcodes.ReadLimit: {
        const row = Object.values(limits)[payload[0] ?? 0];
        return row === undefined
          ? new ByteWriter().u8(answerCodes.NotThere).toBytes()
          : done.u8(payload[0] ?? 0).i32(row.hardLow).i32(row.softLow).i32(row.softHigh).i32(row.hardHigh).toBytes();
      }
      case opcodes.Export:
        this.from = new ByteReader(payload.slice(1)).u32();
        return done.u32(this.from).u16(this.events - this.from).toBytes();
      default:
        return done.toBytes();
    }
  }

  /** All frames of an export, without their tags. */
  exportFrames(session: number): Uint8Array<ArrayBuffer>[] {
    const frames: Uint8Array<ArrayBuffer>[] = [];
    const head = (opcode: number): ByteWriter => new ByteWriter().u32(session).u32(frames.length).u16(opcode);
    let sent = 0;

    for (let number = this.from; number < this.events; number += 4) {
      const count = Math.min(4, this.events - number);
      const frame = head(opcodes.Entries).u8(count);

      for (let i = 0; i < count; i++) {
        frame.u32(number + i).u32(1_800_000_000 + number + i).u8(50).u8(10).i32(number + i).i32(-1);
      }

      sent += count;
      frames.push(frame.toBytes());
    }

    frames.push(head(opcodes.EntriesEnd).u8(0).u16(sent).u16(0).u32(this.events).toBytes());
    return frames;
  }

  status(): Uint8Array {
    this.upSeconds++;
    const flags = this.therapy === null ? 0 : statusFlags.TherapyOrdered | statusFlags.Delivers;
    return new ByteWriter()
      .u8(states[this.state]).u8(priorities.None).u16(flags).u8(this.alarms.length).u8(0).u16(800)
      .i32(54_167).i32(54_167).i32(54_000)
      .u32(1_000).u32(0).u32(990).u32(0).u32(0).u32(0)
      .u32(0).u32(3_600).i32(20_000_000).u32(22_000).u32(1_800_000_000).u32(this.upSeconds).u16(this.orderChanges)
      .toBytes();
  }

  measurements(): Uint8Array {
    return new ByteWriter().u8(patencies.Open).u8(0).i32(14_000).i32(12_400).i32(1_400).i32(99_000).i32(101_325).i32(37_000).i32(-0x8000_0000).u32(this.upSeconds).toBytes();
  }

  alarmList(): Uint8Array {
    const list = new ByteWriter().u8(this.alarms.length).u8(this.alarms.length);
    this.alarms.forEach(({ name, instance }) => list.u8(alarms[name].id).u8(priorities[alarms[name].priority]).u16(instance));
    return list.toBytes();
  }

  private stage(opcode: number, payload: Uint8Array): Uint8Array {
    const understood = this.misunderstand?.(payload) ?? payload;
    this.staged = { opcode, payload: understood, tag: new Uint8Array() };
    return new ByteWriter()
      .u8(answerCodes.Staged)
      .u8(this.needsConfirmation ? verdicts.NeedsConfirmation : verdicts.Accepted)
      .u8((this.needsConfirmation ? 1 : 0) | 2)
      .u8(this.needsConfirmation ? fields.TherapyRate : 0)
      .i32(this.needsConfirmation ? 83_400 : 0)
      .u32(8_400)
      .u32(9_000)
      .bytes(understood)
      .toBytes();
  }

  private commit(payload: Uint8Array): Uint8Array {
    const staged = this.staged;
    this.staged = null;

    if (staged === null || staged.tag.some((byte, i) => byte !== payload[i])) {
      return new ByteWriter().u8(staged === null ? answerCodes.NothingStaged : answerCodes.OtherDigest).toBytes();
    }

    if (this.needsConfirmation && payload[16] !== 0x33) {
      this.lastCommit = { digest: staged.tag, code: answerCodes.Refused, verdict: verdicts.NeedsConfirmation };
      return new ByteWriter().u8(answerCodes.Refused).u8(verdicts.NeedsConfirmation).u8(fields.TherapyRate).i32(90_000).i32(83_400).toBytes();
    }

    this.perform(staged);
    this.orderChanges++;
    this.lastCommit = { digest: staged.tag, code: answerCodes.Done, verdict: verdicts.Accepted };
    return new ByteWriter().u8(answerCodes.Done).u16(this.orderChanges).toBytes();
  }

  private perform(staged: Staged): void {
    const reader = new ByteReader(staged.payload);

    if (staged.opcode === opcodes.StageTherapy) {
      const [durationHours, resumeWithinMinutes, patencyNlPerHour, count] = [reader.u16(), reader.u16(), reader.i32(), reader.u8()];
      this.therapy = { durationHours, resumeWithinMinutes, patencyNlPerHour, segments: Array.from({ length: count }, () => ({ startMinute: reader.u16(), nlPerHour: reader.i32() })) };
      this.state = 'Infusing';
    } else if (staged.opcode === opcodes.StageEnd) {
      this.therapy = null;
      this.state = 'Standby';
    } else if (staged.opcode === opcodes.StageScan) {
      this.drug = { ...this.drug, scanAccepted: staged.payload[0] === 0x33 };
    }
  }

  private readDrug(done: ByteWriter): Uint8Array {
    const drug = writeDrug(this.drug);
    return done
      .bytes(drug.slice(0, 3))
      .u8(this.drug.scanAccepted ? 0x33 : 0x0f)
      .i32(this.drug.ugPerMl).i32(this.drug.weightG).i32(this.drug.ugPerDay).i32(this.drug.ugPerKgPerDay)
      .u32(this.drug.acceptedAtUtcSeconds ?? 0)
      .bytes(drug.slice(8))
      .toBytes();
  }
}

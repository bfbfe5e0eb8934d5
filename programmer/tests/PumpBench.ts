import gatt from '../../docs/gatt.json';
import { Pump } from '../src/model/Pump';
import type { Therapy } from '../src/model/Values';
import { FakePump } from './FakePump';
import { bytesOf } from './golden';
import { TestClock } from './TestClock';

export const card = gatt.golden.card;

export const therapy: Therapy = { durationHours: 336, resumeWithinMinutes: 30, patencyNlPerHour: 8_330, segments: [{ startMinute: 0, nlPerHour: 54_167 }] };

/** A page with a pump of the tests at the other end. */
export class PumpBench {
  readonly clock = new TestClock();
  readonly pump = new FakePump(bytesOf(gatt.golden.secret));
  readonly model: Pump;
  chosen = 0;

  constructor(lock: { hold(elsewhere: (is: boolean) => void): void } = { hold: (elsewhere) => elsewhere(false) }) {
    this.model = new Pump(
      () => {
        this.chosen++;
        return Promise.resolve(this.pump);
      },
      this.clock,
      lock,
    );
  }

  static async connected(): Promise<PumpBench> {
    const bench = new PumpBench();
    await bench.do(bench.model.connect());
    return bench;
  }

  static async inSession(): Promise<PumpBench> {
    const bench = await PumpBench.connected();
    await bench.do(bench.model.openSession(card));
    await bench.clock.run(1_000);
    return bench;
  }

  static async staged(): Promise<PumpBench> {
    const bench = await PumpBench.inSession();
    await bench.do(bench.model.stage({ kind: 'therapy', therapy }));
    return bench;
  }

  /** Waits for it, with as much time as it takes. */
  do<T>(promise: Promise<T>): Promise<T> {
    return this.clock.finish(promise);
  }

  get change(): string {
    return this.model.change.value.kind;
  }

  /** How often a command was written. */
  times(opcode: number): number {
    return this.pump.written.filter(({ to, frame }) => to === 'Command' && (frame[8] ?? 0) + 256 * (frame[9] ?? 0) === opcode).length;
  }
}

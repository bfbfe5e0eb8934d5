import { answerCodes } from '../protocol/gatt';
import { readLastCommit } from '../protocol/LastCommit';
import { ProtocolError } from '../protocol/ProtocolError';
import { same } from '../session/crypto';
import type { Session } from '../session/Session';
import type { Change, Order } from './Order';
import { ownReason } from './ownReason';
import type { Pending } from './Pending';
import type { PumpReader } from './PumpReader';
import { sameTherapy } from './sameTherapy';
import type { DrugInPump, RunningTherapy } from './Values';

/**
 * What became of a change whose answer was lost, by what the pump says of its last commit and of what holds. Throws SessionEnded and
 * ProtocolError: then it is as unknown as before.
 */
export async function settled(pending: Pending, boot: number, session: Session, reader: PumpReader, atMs: number): Promise<Change> {
  const answer = await session.command('ReadLastCommit');
  const held = await reader.readOrders();

  if (answer.code !== answerCodes.Done) {
    throw new ProtocolError('ReadLastCommit was refused');
  }

  const { order, commit } = pending;

  if (commit === null) {
    return { kind: 'idle' }; // an order that was only staged is gone with its session
  }

  const last = readLastCommit(answer.payload);

  if (last.code !== null && same(last.digest, commit.tag.subarray(0, last.digest.length))) {
    switch (last.code) {
      case 'Done':
        return { kind: 'confirmed', echo: commit.echo, atMs };
      case 'NotKept':
        return { kind: 'confirmed', echo: commit.echo, atMs, notKept: true };
      default:
        return { kind: 'refused', order, reason: { code: last.code, verdict: last.verdict, field: null, number: 0, limit: 0 } };
    }
  }

  if (boot === commit.boot) {
    return { kind: 'idle' }; // the pump remembers its last commit, and this is another: it never came
  }

  // It started again and remembers none. What was ordered before that, it kept.
  switch (holds(order, held)) {
    case true:
      return { kind: 'confirmed', echo: commit.echo, atMs };
    case false:
      return { kind: 'idle' };
    case null:
      return { kind: 'refused', order, reason: ownReason('Unclear') };
  }
}

/** Whether what was ordered is what holds; null when that shows in neither therapy nor drug. */
function holds(order: Order, held: { therapy: RunningTherapy | null; drug: DrugInPump }): boolean | null {
  const { therapy, drug } = held;

  switch (order.kind) {
    case 'therapy':
      return therapy !== null && sameTherapy(order.therapy, therapy);
    case 'end':
      return therapy === null;
    case 'drug':
      return order.drug.id === drug.id && order.drug.nature === drug.nature && order.drug.ugPerMl === drug.ugPerMl && order.drug.name === drug.name;
    case 'limits':
      return order.limits.weightG === drug.weightG && order.limits.ugPerDay === drug.ugPerDay && order.limits.ugPerKgPerDay === drug.ugPerKgPerDay;
    case 'scan':
      return order.accepted === drug.scanAccepted;
    case 'bolus':
    case 'refill':
    case 'calibration':
    case 'clock':
      return null;
  }
}

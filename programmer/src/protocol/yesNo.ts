import { ProtocolError } from './ProtocolError';

/** Yes and no on the air: SafeCode.cs. */
export const yes = 0x33;
export const no = 0x0f;

export function truthOf(word: number): boolean {
  if (word !== yes && word !== no) {
    throw new ProtocolError('neither yes nor no');
  }

  return word === yes;
}

export function wordOf(truth: boolean): number {
  return truth ? yes : no;
}

import { ProtocolError } from './ProtocolError';

type Table = Readonly<Record<string, number>>;

/** The name of a code word or number. Throws ProtocolError for one that is in no table: never guessed. */
export function nameOf<T extends Table>(table: T, word: number): keyof T & string {
  for (const name in table) {
    if (table[name] === word) {
      return name;
    }
  }

  throw new ProtocolError(`no such code: ${word}`);
}

/** As nameOf, for what may come from a newer pump and is only shown. */
export function nameOrNumber(table: Table, word: number): string {
  return Object.keys(table).find((name) => table[name] === word) ?? `${word}`;
}

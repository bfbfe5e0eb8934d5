import type { SessionEnd, SessionRefusal } from '../model/Connection';

/** No session came about. */
export class SessionRefused extends Error {
  /** @param waitSeconds The pump listens to nobody before. */
  constructor(
    readonly why: SessionRefusal,
    readonly waitSeconds = 0,
  ) {
    super(why);
  }
}

/** The session ended before an answer came: what became of the command is not known. */
export class SessionEnded extends Error {
  constructor(readonly why: SessionEnd) {
    super(why);
  }
}

/** Bytes that this protocol cannot have: nothing of them is used. */
export class ProtocolError extends Error {}

import type { Reason } from './Order';

/** Why this side did not even ask: NoSession; or cannot know: Unclear. */
export function ownReason(code: 'NoSession' | 'Unclear'): Reason {
  return { code, verdict: null, field: null, number: 0, limit: 0 };
}

import { describe, expect, it } from 'vitest';
import type { PresenceReport } from '../contract/presence.ts';
import { boardOf, reachedBy } from './presence.ts';

const both = { sound: true, picture: true };
const report = (change: Partial<PresenceReport>): PresenceReport => ({ sends: {}, receives: {}, ...change });

describe('who hears and sees whom', () => {
  it('is what is sent and arrives, each way by itself', () => {
    const board = boardOf({
      patient: report({
        sends: { physician: both },
        receives: { physician: { sound: true, picture: false } },
      }),
      physician: report({ sends: { patient: both }, receives: { patient: both } }),
    });
    expect(board).toEqual([
      { by: 'patient', of: 'physician', sound: true, picture: false },
      { by: 'physician', of: 'patient', ...both },
    ]);
    expect(reachedBy(board, 'patient')).toEqual([{ by: 'physician', of: 'patient', ...both }]);
  });

  it('is nobody when only one of the two says so', () => {
    const receives = { assistant: both };
    expect(boardOf({ physician: report({ receives }) })).toEqual([]);
    expect(boardOf({ physician: report({ receives }), assistant: report({}) })).toEqual([]);
    expect(boardOf({ assistant: report({ sends: { physician: both } }), physician: report({}) })).toEqual([]);
  });

  it('follows a switched-off microphone at once, although its last sound is still believed to arrive', () => {
    const physician = report({ receives: { assistant: both } });
    const sends = { physician: { sound: false, picture: true } };
    expect(boardOf({ physician, assistant: report({ sends }) })).toEqual([
      { by: 'physician', of: 'assistant', sound: false, picture: true },
    ]);
  });
});

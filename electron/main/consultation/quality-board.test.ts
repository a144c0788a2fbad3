import { beforeEach, describe, expect, it } from 'vitest';
import type { LineMeasure } from '#core/call/line-test.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { CabinCallReport } from '#core/contract/quality.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { UNKNOWN_PEER } from '#core/trust/peer-trust.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createQualityKeeper, type QualityKeeper } from './quality-board.ts';

const EDGE: LineMeasure = { roundTripMs: 500, downBps: 190_000, upBps: 95_000 };
const CALL: CabinCallReport = {
  faults: [],
  outgoing: { rung: '240p', reason: 'bandwidth', strained: false },
  incoming: { rung: 'hd', strained: false },
};

let clock: FakeClock;
let tests: number;
let changes: number;
let answer: Result<LineMeasure, Failure>;
let keeper: QualityKeeper;
beforeEach(() => {
  clock = createFakeClock();
  tests = 0;
  changes = 0;
  answer = ok(EDGE);
  keeper = createQualityKeeper({
    clock,
    measure: async () => {
      tests += 1;
      return answer;
    },
    onChange: () => {
      changes += 1;
    },
  });
});
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the line while a patient waits', () => {
  it('is measured once when the wait begins, and again after five minutes', async () => {
    keeper.follow('waiting');
    keeper.follow('waiting');
    await settle();
    expect(keeper.board().line).toEqual(EDGE);
    await clock.advance(299_000);
    expect(tests).toBe(1);
    await clock.advance(2_000);
    expect(tests).toBe(2);
  });

  it('is not measured in a call', async () => {
    keeper.follow('waiting');
    await settle();
    keeper.follow('taken');
    await clock.advance(3_600_000);
    await settle();
    expect(tests).toBe(1);
    expect(keeper.board().line).toEqual(EDGE);
  });

  it('is tried again half a minute after a test that failed', async () => {
    answer = fail(failure('GATEWAY_LOST'));
    keeper.follow('waiting');
    await settle();
    expect(keeper.board().line).toBeUndefined();
    answer = ok(EDGE);
    await clock.advance(30_000);
    await settle();
    expect(keeper.board().line).toEqual(EDGE);
  });

  it('stands beside what the call says of itself', async () => {
    keeper.follow('waiting');
    await settle();
    keeper.callQuality(CALL);
    expect(keeper.board()).toEqual({ line: EDGE, call: CALL, trust: UNKNOWN_PEER, sideRefusals: [] });
    keeper.follow('taken');
    expect(keeper.board().call).toEqual(CALL);
    keeper.follow('none');
    expect(keeper.board().call).toBeUndefined();
    expect(changes).toBe(3);
  });

  it('is the one that the physician’s page told, for their call and no longer', async () => {
    keeper.follow('taken');
    keeper.toldLine(EDGE);
    expect(keeper.board().line).toEqual(EDGE);
    keeper.follow('taken');
    expect(keeper.board().line).toEqual(EDGE);
    keeper.follow('none');
    expect(keeper.board().line).toBeUndefined();
  });

  it('stays unknown where there is nothing at a distance to measure to', async () => {
    const alone = createQualityKeeper({ clock, measure: undefined, onChange: () => {} });
    alone.follow('waiting');
    await clock.advance(3_600_000);
    expect(alone.board().line).toBeUndefined();
  });
});

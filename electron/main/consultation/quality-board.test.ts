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
  physicianFaults: [],
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
    pagesTell: true,
    onChange: () => {
      changes += 1;
    },
  });
});
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the line while a patient waits', () => {
  it('is measured once when the wait begins, and again after five minutes', async () => {
    keeper.follow('waiting', 1);
    keeper.follow('waiting', 1);
    await settle();
    expect(keeper.board().line).toEqual(EDGE);
    await clock.advance(299_000);
    expect(tests).toBe(1);
    await clock.advance(2_000);
    expect(tests).toBe(2);
  });

  it('is not measured in a call', async () => {
    keeper.follow('waiting', 1);
    await settle();
    keeper.follow('taken', 1);
    await clock.advance(3_600_000);
    await settle();
    expect(tests).toBe(1);
    expect(keeper.board().line).toEqual(EDGE);
  });

  it('is tried again half a minute after a test that failed', async () => {
    answer = fail(failure('GATEWAY_LOST'));
    keeper.follow('waiting', 1);
    await settle();
    expect(keeper.board().line).toBeUndefined();
    answer = ok(EDGE);
    await clock.advance(30_000);
    await settle();
    expect(keeper.board().line).toEqual(EDGE);
  });

  it('stands beside what the call says of itself', async () => {
    keeper.follow('waiting', 1);
    await settle();
    keeper.callQuality(CALL);
    const { faults: _, physicianFaults: __, ...lastCall } = CALL;
    expect(keeper.board()).toEqual({
      line: EDGE,
      call: CALL,
      lastCall,
      measurable: true,
      trust: UNKNOWN_PEER,
      sideRefusals: [],
    });
    keeper.follow('taken', 1);
    expect(keeper.board().call).toEqual(CALL);
    keeper.follow('none', 1);
    expect(keeper.board().call).toBeUndefined();
    expect(changes).toBe(3);
  });

  it('is the one that the physician’s page told, for their call and no longer', async () => {
    keeper.follow('taken', 1);
    keeper.toldLine(EDGE);
    expect(keeper.board().line).toEqual(EDGE);
    keeper.follow('taken', 1);
    expect(keeper.board().line).toEqual(EDGE);
    keeper.follow('none', 1);
    expect(keeper.board().line).toBeUndefined();
  });

  it('goes back to what was measured here, which alone is the cabin’s own', async () => {
    keeper.follow('waiting', 1);
    await settle();
    keeper.follow('taken', 1);
    keeper.toldLine({ ...EDGE, upBps: 30_000 });
    expect(keeper.ownLine()).toEqual(EDGE);
    keeper.follow('none', 1);
    expect(keeper.board().line).toEqual(EDGE);
  });

  it('stays unknown where there is nothing at a distance to measure to', async () => {
    const alone = createQualityKeeper({ clock, measure: undefined, pagesTell: true, onChange: () => {} });
    alone.follow('waiting', 1);
    await clock.advance(3_600_000);
    expect(alone.board().line).toBeUndefined();
  });

  it('is said to be measured by nobody where no page can tell of it either', () => {
    const told = (measure: (() => Promise<typeof answer>) | undefined, pagesTell: boolean) =>
      createQualityKeeper({ clock, measure, pagesTell, onChange: () => {} }).board().measurable;
    const measure = async () => answer;
    expect([told(undefined, false), told(undefined, true), told(measure, false)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('what a call got over the line', () => {
  const { faults: _, physicianFaults: __, ...LAST } = CALL;
  const GONE: CabinCallReport = {
    faults: [],
    physicianFaults: [],
    outgoing: { rung: 'none', strained: false },
    incoming: { rung: 'none', strained: false },
  };

  it('stays known after the call, not what it said once nothing passed any more', () => {
    keeper.follow('taken', 1);
    keeper.callQuality(CALL);
    keeper.callQuality(GONE);
    keeper.callQuality(undefined);
    keeper.follow('none', 1);
    expect(keeper.board()).toMatchObject({ call: undefined, lastCall: LAST });
  });

  it('gives way to what is measured later', async () => {
    keeper.follow('taken', 1);
    keeper.callQuality(CALL);
    keeper.follow('waiting', 1);
    await settle();
    expect(keeper.board()).toMatchObject({ line: EDGE, lastCall: undefined });
  });

  it('is not told in the next visit', () => {
    keeper.follow('taken', 1);
    keeper.callQuality(CALL);
    keeper.follow('none', 1);
    keeper.follow('none', 2);
    expect(keeper.board().lastCall).toBeUndefined();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import type { Captures, Still } from './captures.ts';
import { FakeInstrumentTrack } from './fake-port.ts';
import type { InstrumentPort, WholeSize } from './instrument-port.ts';
import { createWholeStills, type WholeStills } from './whole-still.ts';

const SMALL: Still = { bytes: new Uint8Array(1), width: 1_920, height: 1_080 };
const LARGE: Still = { bytes: new Uint8Array(2), width: 2_592, height: 1_944 };
const never = new Promise<never>(() => {});

/** What happened, in order. */
let log: string[];
let clock: FakeClock;
let stills: WholeStills;
let large: boolean;
/** Frames of the large picture come. */
let yields: boolean;
let enlarges: WholeSize['enlarge'];
const track = new FakeInstrumentTrack('video', { width: 1_920, height: 1_080 });

const whole: WholeSize = {
  enlarge: async () => {
    log.push('enlarge');
    await enlarges();
    large = true;
  },
  restore: async () => {
    log.push('restore');
    large = false;
  },
};
const captures: Pick<Captures, 'still'> = {
  still: (_track, signal, letGo) => {
    log.push(`still after ${letGo}`);
    if (large && !yields)
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve(fail(failure('CAPTURE_STOPPED')))),
      );
    return Promise.resolve(ok(large ? LARGE : SMALL));
  },
};
const take = async (
  port: Pick<InstrumentPort, 'wholeSize'> = { wholeSize: () => whole },
  signal = new AbortController().signal,
): Promise<Result<Still, unknown>> => {
  log = [];
  const taken = stills.take(
    {
      port,
      track: track as unknown as MediaStreamTrack,
      device: 'Dermatoscope',
      hold: () => {
        log.push('hold');
        return () => log.push('resume');
      },
    },
    signal,
  );
  await clock.advance(20_000);
  return taken;
};

beforeEach(() => {
  clock = createFakeClock();
  stills = createWholeStills(captures, clock);
  large = false;
  yields = true;
  enlarges = () => Promise.resolve();
});

describe('a still at the whole size of a camera', () => {
  it('is taken once the light is found anew, while nothing of it is on the line', async () => {
    expect(await take()).toEqual(ok(LARGE));
    expect(log).toEqual(['hold', 'enlarge', 'still after 5', 'restore', 'resume']);
    expect(await take()).toEqual(ok(LARGE));
  });

  it('disturbs nothing where the moving picture is all that there is', async () => {
    const port = { wholeSize: () => undefined };
    expect(await take(port)).toEqual(ok(SMALL));
    expect(log).toEqual(['still after 0']);
  });

  it('is as large as the moving picture where the camera refuses, and the camera is asked once', async () => {
    enlarges = () => Promise.reject(new Error('OverconstrainedError'));
    expect(await take()).toEqual(ok(SMALL));
    expect(log).toEqual(['hold', 'enlarge', 'restore', 'resume', 'still after 0']);
    expect(await take()).toEqual(ok(SMALL));
    expect(log).toEqual(['still after 0']);
  });

  it('is not waited for without end: a change that is never answered, a cable that carries no large frame', async () => {
    enlarges = () => never;
    expect(await take()).toEqual(ok(SMALL));
    stills = createWholeStills(captures, clock);
    enlarges = () => Promise.resolve();
    yields = false;
    expect(await take()).toEqual(ok(SMALL));
    expect(log).toEqual(['hold', 'enlarge', 'still after 5', 'restore', 'resume', 'still after 0']);
  });

  it('that is given up brings the moving picture back, and is tried again the next time', async () => {
    yields = false;
    const abort = new AbortController();
    clock.after(1_000, () => abort.abort());
    expect(await take(undefined, abort.signal)).toMatchObject({
      ok: false,
      failure: { code: 'CAPTURE_STOPPED' },
    });
    expect(log.slice(-2)).toEqual(['restore', 'resume']);
    yields = true;
    expect(await take()).toEqual(ok(LARGE));
  });
});

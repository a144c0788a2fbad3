import { beforeEach, describe, expect, it } from 'vitest';
import type { InstrumentBindings, MediaDevice } from '#core/instruments/bindings.ts';
import type { InstrumentStatus } from '#core/visit/examination/examination.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import type { PictureFlaw } from '../picture-judge.ts';
import { createFakePort, type FakePort } from './fake-port.ts';
import { createInstrument, type Instrument } from './instrument.ts';

const OTOSCOPE: MediaDevice = { deviceId: 'oto', kind: 'videoinput', label: 'Otoscope (0c45:6366)' };
const TWIN: MediaDevice = { ...OTOSCOPE, deviceId: 'oto-2' };
const CHEST: MediaDevice = { deviceId: 'chest', kind: 'audioinput', label: 'Stethoscope' };
const BINDINGS: InstrumentBindings = { ear: { usb: '0c45:6366' }, stethoscope: { label: 'Stethoscope' } };
const EAR = { role: 'ear', chosen: undefined } as const;
const LISTEN = { role: 'stethoscope', chosen: undefined } as const;
const LIVE = { state: 'live', device: OTOSCOPE.label, simulated: false };

let clock: FakeClock;
let port: FakePort;
let told: (InstrumentStatus | 'off')[];
let instrument: Instrument;
let spoil: (flaw: PictureFlaw | undefined) => void;
let silence: (silent: boolean) => void;

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};
const last = () => told.at(-1);
const want = async (wanted: Parameters<Instrument['want']>[0]): Promise<void> => {
  instrument.want(wanted);
  await settled();
};
const pass = async (ms: number): Promise<void> => {
  await clock.advance(ms);
  await settled();
};

beforeEach(() => {
  clock = createFakeClock();
  port = createFakePort();
  told = [];
  spoil = () => undefined;
  silence = () => undefined;
  instrument = createInstrument({
    portFor: () => ({ port, bindings: BINDINGS }),
    watchPicture: (_, tell) => {
      spoil = tell;
      return () => {
        spoil = () => undefined;
      };
    },
    watchSound: (_, tell) => {
      silence = tell;
      return () => {
        silence = () => undefined;
      };
    },
    clock,
    changed: (status) => told.push(status),
  });
});

describe('an instrument', () => {
  it('is opened when wanted and stopped when not', async () => {
    port.plug(OTOSCOPE);
    await want(EAR);
    expect(told).toEqual([{ state: 'opening' }, LIVE]);
    expect(instrument.track()).toBeDefined();
    await want(undefined);
    expect(last()).toBe('off');
    expect(port.tracks.map(({ readyState }) => readyState)).toEqual(['ended']);
  });

  it('stays open from one point to the next, and gives way to another', async () => {
    port.plug(OTOSCOPE, CHEST);
    await want(LISTEN);
    await want({ ...LISTEN });
    expect(port.opened).toEqual(['chest']);
    await want(EAR);
    expect(port.opened).toEqual(['chest', 'oto']);
    expect(port.tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
  });

  it('says that it is absent, and opens once it is plugged in', async () => {
    await want(EAR);
    expect(last()).toEqual({ state: 'failed', code: 'INSTRUMENT_MISSING', candidates: [] });
    port.plug(OTOSCOPE);
    await pass(400);
    expect(last()).toEqual(LIVE);
  });

  it.each([
    ['NotAllowedError', 'INSTRUMENT_REFUSED'],
    ['NotReadableError', 'INSTRUMENT_BUSY'],
    ['OverconstrainedError', 'INSTRUMENT_MISSING'],
  ])('says why it cannot be opened (%s), and tries again by itself', async (name, code) => {
    port.plug(OTOSCOPE);
    port.failNext(name);
    await want(EAR);
    expect(last()).toMatchObject({ state: 'failed', code });
    await pass(5_000);
    expect(last()).toEqual(LIVE);
  });

  it('that does not answer in time counts as busy, and what comes late is stopped', async () => {
    port.plug(OTOSCOPE);
    const release = port.hold();
    await want(EAR);
    await pass(15_000);
    expect(last()).toMatchObject({ state: 'failed', code: 'INSTRUMENT_BUSY' });
    await want(undefined);
    release();
    await settled();
    expect(port.tracks.map(({ readyState }) => readyState)).toEqual(['ended']);
  });

  it('is not left on when it is no longer wanted by the time it opens', async () => {
    port.plug(OTOSCOPE);
    const release = port.hold();
    await want(EAR);
    await want(undefined);
    release();
    await settled();
    expect(port.tracks.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(instrument.track()).toBeUndefined();
  });

  it('that is pulled out says so until it is back', async () => {
    port.plug(OTOSCOPE);
    await want(EAR);
    port.unplug('oto');
    expect(last()).toMatchObject({ state: 'failed', code: 'INSTRUMENT_UNPLUGGED' });
    expect(instrument.track()).toBeUndefined();
    await pass(5_000);
    expect(last()).toMatchObject({ code: 'INSTRUMENT_UNPLUGGED' });
    // Another socket, another id: the same instrument.
    port.plug({ ...OTOSCOPE, deviceId: 'oto-elsewhere' });
    await pass(400);
    expect(last()).toEqual(LIVE);
  });

  it('with a twin is the one that was chosen, after it was pulled out and plugged in too', async () => {
    port.plug(OTOSCOPE, TWIN);
    await want(EAR);
    expect(last()).toEqual({
      state: 'failed',
      code: 'INSTRUMENT_AMBIGUOUS',
      candidates: [OTOSCOPE, TWIN].map(({ deviceId, label }) => ({ deviceId, label })),
    });
    await want({ ...EAR, chosen: 'oto-2' });
    expect(last()).toEqual(LIVE);
    port.unplug('oto-2');
    port.plug(TWIN);
    await pass(400);
    // While the chosen one was away there was a single candidate left: it is not taken in silence when the chosen one is there.
    expect(port.opened).toEqual(['oto-2', 'oto-2']);
    expect(last()).toEqual(LIVE);
  });

  it('warns of a black picture, of one that stands still, and of a sound that the computer alters', async () => {
    port.plug(OTOSCOPE, CHEST);
    await want(EAR);
    spoil('black');
    expect(last()).toEqual({ ...LIVE, warning: 'INSTRUMENT_BLACK' });
    spoil('frozen');
    expect(last()).toEqual({ ...LIVE, warning: 'INSTRUMENT_FROZEN' });
    spoil(undefined);
    expect(last()).toEqual(LIVE);
    port.settings = { noiseSuppression: true };
    await want(LISTEN);
    expect(last()).toMatchObject({ state: 'live', warning: 'INSTRUMENT_PROCESSED' });
    silence(true);
    expect(last()).toMatchObject({ warning: 'INSTRUMENT_SILENT' });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BulkAbout, BulkItem } from '#core/contract/bulk.ts';
import { failure } from '#core/contract/error-codes.ts';
import { fail, ok } from '#core/result.ts';
import type { Command } from '#core/visit/commands.ts';
import type { CurrentExam } from '#core/visit/examination/examination.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { BulkSnapshot } from '../bulk/bulk.ts';
import type { InstrumentTracks } from '../call-session-types.ts';
import type { CallSnapshot } from '../call-snapshot.ts';
import { type CabinInstruments, createCabinInstruments } from './cabin-instruments.ts';
import type { Captures } from './captures.ts';
import { createFakePort, type FakePort } from './fake-port.ts';

const EAR: ExamTarget = { instrument: 'exam-camera', site: 'ear', laterality: 'left' };
const point = (name: 'mitral' | 'aortic'): ExamTarget => ({ instrument: 'stethoscope', point: name });
const STILL = { bytes: new Uint8Array(8), width: 1_280, height: 720 };

let machine: FakePort;
let simulation: FakePort;
let told: Command[];
let tracks: InstrumentTracks;
let sent: { itemId: string; about: BulkAbout }[];
let withdrawn: string[];
let stills: (() => void)[];
let instruments: CabinInstruments;
let callStore: StoreApi<Pick<CallSnapshot, 'listeningHeld'>>;
const bulk = createStore<BulkSnapshot>(() => ({ sent: [], coming: [] }));

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
};
const follow = async (
  exam: Partial<CurrentExam> | undefined,
  more: { readonly simulation?: boolean; readonly paused?: boolean } = {},
): Promise<void> => {
  instruments.follow({
    ...(exam && { exam: { toTake: [], onTheWay: [], discarded: [], ...exam } }),
    instruments: { ear: { label: 'Otoscope' } },
    simulation: false,
    paused: false,
    ...more,
  });
  await settled();
};
const request = (target: ExamTarget, requestId = 'request-1'): Pick<CurrentExam, 'request'> => ({
  request: { requestId, target, askedAt: '2026-03-02T09:52:00.000+01:00', status: { status: 'accepted' } },
});
const reports = () =>
  told.flatMap((command) => (command.type === 'report-exam-item' ? [command.report] : []));
const statuses = () =>
  told.flatMap((command) =>
    command.type === 'report-instrument' ? [[command.requestId, command.status.state]] : [],
  );
const itemOf = ({ itemId, about }: { itemId: string; about: BulkAbout }): BulkItem => ({
  itemId,
  byteLength: 8,
  sha256: 'a'.repeat(64),
  about,
});

beforeEach(() => {
  machine = createFakePort();
  simulation = createFakePort();
  machine.plug({ deviceId: 'oto', kind: 'videoinput', label: 'Otoscope' });
  simulation.plug({ deviceId: 'played', kind: 'audioinput', label: 'Stethoscope' });
  told = [];
  tracks = {};
  sent = [];
  withdrawn = [];
  stills = [];
  bulk.setState({ sent: [], coming: [] }, true);
  callStore = createStore(() => ({ listeningHeld: false }));
  const captures: Captures = {
    still: (_, signal) =>
      new Promise((resolve) => {
        stills.push(() => resolve(signal.aborted ? fail(failure('CAPTURE_STOPPED')) : ok(STILL)));
      }),
    clip: (_track, _durationMs, _signal, onAgain) => {
      onAgain();
      return Promise.resolve(fail(failure('CLIP_BROKEN')));
    },
  };
  instruments = createCabinInstruments({
    machine,
    simulation,
    captures,
    clock: createFakeClock(),
    watchPicture: () => () => undefined,
    watchSound: () => () => undefined,
    command: (command) => {
      told.push(command);
      return Promise.resolve();
    },
    call: {
      store: callStore,
      bulk: {
        store: bulk,
        send: (itemId, about) => {
          sent.push({ itemId, about });
          return Promise.resolve(ok(itemOf({ itemId, about })));
        },
        withdraw: (itemId) => withdrawn.push(itemId),
      },
      setInstruments: (next) => {
        tracks = next;
      },
    },
  });
});

describe('the instruments of the cabin', () => {
  it('are sent on their own line while the visit says so, and not in a pause', async () => {
    await follow(request(EAR));
    expect(Object.keys(tracks)).toEqual(['exam']);
    await follow(request(EAR), { paused: true });
    expect(tracks).toEqual({});
    expect(machine.tracks.map(({ readyState }) => readyState)).toEqual(['ended']);
    await follow(request(EAR));
    expect(Object.keys(tracks)).toEqual(['exam']);
    await follow(undefined);
    expect(tracks).toEqual({});
  });

  it('are not opened before the assistant has accepted', async () => {
    const asked = request(EAR).request;
    await follow(asked && { request: { ...asked, status: { status: 'asked' } } });
    expect(machine.opened).toEqual([]);
  });

  it('are played in a simulation for what the site does not name, and never outside of one', async () => {
    await follow(request(point('mitral')));
    expect([simulation.opened, statuses().at(-1)]).toEqual([[], ['request-1', 'failed']]);
    await follow(undefined);
    await follow(request(point('mitral')), { simulation: true });
    expect(Object.keys(tracks)).toEqual(['stethoscope']);
    await follow(request(EAR, 'request-2'), { simulation: true });
    expect(machine.opened).toEqual(['oto']);
  });

  it('say for each point that they are on', async () => {
    await follow(request(point('mitral'), 'request-1'), { simulation: true });
    await follow(request(point('aortic'), 'request-2'), { simulation: true });
    expect(simulation.opened).toHaveLength(1);
    expect(statuses()).toEqual([
      ['request-1', 'opening'],
      ['request-1', 'live'],
      ['request-2', 'live'],
    ]);
  });
});

describe('a still', () => {
  it('is taken once, told, sent and told again when it has arrived', async () => {
    await follow(request(EAR));
    await follow({ ...request(EAR), toTake: ['still-0001'] });
    await follow({ ...request(EAR), toTake: ['still-0001'] });
    expect(stills).toHaveLength(1);
    stills[0]?.();
    await settled();
    const [first] = sent;
    expect(first?.about).toMatchObject({
      kind: 'still',
      target: EAR,
      device: 'Otoscope',
    });
    expect(reports()).toMatchObject([{ report: 'taken', taken: { byteLength: 8, simulated: false } }]);
    if (first) bulk.setState({ sent: [{ item: itemOf(first), sent: { state: 'delivered' } }], coming: [] });
    // Not before the visit knows that it was taken.
    expect(reports()).toHaveLength(1);
    await follow({ ...request(EAR), onTheWay: ['still-0001'] });
    expect(reports()[1]).toEqual({ report: 'delivered' });
    await follow({ ...request(EAR), onTheWay: ['still-0001'] });
    expect(reports()).toHaveLength(2);
  });

  it('is given up with its request, and says nothing then', async () => {
    await follow(request(EAR));
    await follow({ ...request(EAR), toTake: ['still-0001'] });
    await follow({});
    stills[0]?.();
    await settled();
    expect([sent, reports()]).toEqual([[], []]);
  });

  it('that another load of this window took is said to be lost, once', async () => {
    await follow({ ...request(EAR), onTheWay: ['still-0001'] });
    await follow({ ...request(EAR), onTheWay: ['still-0001'] });
    expect(reports()).toEqual([{ report: 'failed', code: 'TRANSFER_DAMAGED' }]);
  });

  it('that the physician discards is withdrawn', async () => {
    await follow({ ...request(EAR), discarded: ['still-0001'] });
    await follow({ ...request(EAR), discarded: ['still-0001'] });
    expect(withdrawn).toEqual(['still-0001']);
  });
});

it('says that a clip begins anew after a hole, and why it was not kept', async () => {
  await follow(request(point('mitral')), { simulation: true });
  await follow({ ...request(point('mitral')), toTake: ['clip-0001'] }, { simulation: true });
  expect(reports()).toEqual([{ report: 'again' }, { report: 'failed', code: 'CLIP_BROKEN' }]);
});

it('says of its stethoscope that the line holds the sound back, at each change, and still takes a clip', async () => {
  const warnings = () =>
    told.flatMap((command) =>
      command.type === 'report-instrument' && command.status.state === 'live' ? [command.status.warning] : [],
    );
  await follow(request(point('mitral')), { simulation: true });
  expect(warnings()).toEqual([undefined]);
  callStore.setState({ listeningHeld: true });
  expect(warnings()).toEqual([undefined, 'LISTENING_HELD']);
  // The track stays: what goes of it is the call's own matter, and a clip is taken from it.
  expect(Object.keys(tracks)).toEqual(['stethoscope']);
  await follow({ ...request(point('mitral')), toTake: ['clip-0001'] }, { simulation: true });
  expect(reports()).toEqual([{ report: 'again' }, { report: 'failed', code: 'CLIP_BROKEN' }]);
  callStore.setState({ listeningHeld: false });
  expect(warnings()).toEqual([undefined, 'LISTENING_HELD', undefined]);
});

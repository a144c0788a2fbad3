import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FrameBatch } from '#core/contract/bench.ts';
import type { ToDeviceHost } from '#core/contract/device-host.ts';
import type { DeviceBinding, DeviceStatus } from '#core/contract/devices.ts';
import type { SimulatedPrinterView } from '#core/contract/printing.ts';
import type { SimulatorStatus } from '#core/contract/simulator-host.ts';
import { type TechnicianCommand, technicianProjectionSchema } from '#core/contract/technician.ts';
import { ok } from '#core/result.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import type { SimulatorOrder } from '../processes/simulator-host.ts';
import { createTechnicianDesk } from './desk.ts';
import { createPapers } from './papers.ts';
import { SESSION_LASTS } from './session.ts';

const PIN = '246810';
const binding = (id: string, simulated: boolean): DeviceBinding => ({
  id,
  driver: 'contec-cms50',
  connection: { transport: 'serial', path: `/dev/${id}` },
  calibrationDue: '2026-12-01',
  simulated,
});
const status = ({ id, driver, simulated }: DeviceBinding): DeviceStatus => ({
  id,
  driver,
  measures: ['oximetry'],
  simulated,
  identity: { maker: 'Contec', model: 'CMS50' },
  state: { state: 'ready' },
});
const simulator: SimulatorStatus = {
  id: 'played',
  driver: 'nonin',
  connection: { transport: 'tcp', host: '127.0.0.1', port: 4_001 },
  plays: { source: 'patient', scenario: 'healthy-adult', seed: 1 },
  possible: ['unplug'],
  active: [],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-desk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const createBench = (bindings: readonly DeviceBinding[] = [binding('real', false), binding('sim', true)]) => {
  const clock = createFakeClock();
  const sent: ToDeviceHost[] = [];
  const orders: SimulatorOrder[] = [];
  const frames: FrameBatch[] = [];
  const copied: string[] = [];
  let printer: SimulatedPrinterView['state'] = 'ready';
  let visitOn = false;
  let woken = 0;
  const desk = createTechnicianDesk({
    clock,
    clockRate: 1,
    language: 'fr',
    site: { name: 'Mairie', cabinId: 'cabine-1' },
    checkPin: async (pin) => pin === PIN,
    deviceHost: {
      devices: () => bindings.map(status),
      ready: () => true,
      send: (message) => void sent.push(message),
    },
    bindings: { all: () => bindings },
    simulators: {
      wake: () => {
        woken += 1;
      },
      running: () => [simulator],
      catalogue: () => [],
      ask: async (order) => {
        orders.push(order);
        return ok(null);
      },
    },
    papers: createPapers(folder, clock),
    printing: {
      simulated: () => ({ state: printer, out: [] }),
      play: (state) => {
        printer = state;
        return true;
      },
    },
    simulation: () => true,
    onlySimulated: () => bindings.every(({ simulated }) => simulated),
    visitOn: () => visitOn,
    letters: () => [{ code: 'INVALID_MESSAGE', count: 3, at: clock.now() }],
    showFrames: (batch) => void frames.push(batch),
    copy: (text) => void copied.push(text),
    onChange: () => undefined,
    audit: () => undefined,
  });
  const unlocked = () => desk.command({ type: 'unlock', pin: PIN });
  const bench = () => {
    const shown = technicianProjectionSchema.parse(desk.projection());
    if (shown.access !== 'open') throw new Error('locked');
    return shown.bench;
  };
  return {
    clock,
    desk,
    sent,
    orders,
    frames,
    copied,
    bench,
    unlocked,
    woken: () => woken,
    visit: (on: boolean) => {
      visitOn = on;
    },
  };
};

const start: TechnicianCommand = {
  type: 'start-simulator',
  driver: 'contec-cms50',
  scenario: 'febrile-child',
  seed: 7,
};
const EVERYTHING: readonly TechnicianCommand[] = [
  { type: 'lock' },
  { type: 'watch', deviceId: 'real' },
  { type: 'pause', paused: true },
  start,
  { type: 'seat-patient', simulatorId: 'played', scenario: 'hypertensive', seed: 2 },
  { type: 'stop-simulator', simulatorId: 'played' },
  { type: 'switch-fault', simulatorId: 'played', fault: 'unplug', on: true },
  { type: 'mend', simulatorId: 'played' },
  { type: 'start-recording', deviceId: 'real' },
  { type: 'stop-recording' },
  { type: 'replay-recording', name: 'a.cap', speed: 1 },
  { type: 'replay-file', name: 'a.cap', text: '# recorded', speed: 1 },
  { type: 'run-self-test' },
  { type: 'save-report' },
  { type: 'choose-device', deviceId: 'real', mark: { serialNumber: '1' } },
  { type: 'copy', text: 'x' },
];

describe('a locked bench', () => {
  it('refuses every command and shows nothing of the cabin but its place', async () => {
    const { desk, sent, orders, copied } = createBench();
    for (const command of EVERYTHING)
      expect(await desk.command(command)).toMatchObject({ failure: { code: 'NOT_ALLOWED' } });
    expect([sent, orders, copied]).toEqual([[], [], []]);
    expect(technicianProjectionSchema.parse(desk.projection())).toEqual({
      access: 'locked',
      site: { name: 'Mairie', cabinId: 'cabine-1' },
      simulation: true,
      hasCode: true,
      triesLeft: 5,
    });
  });

  it('shows no frame, not even one that was on its way when it was locked', async () => {
    const { desk, frames, unlocked, clock, sent } = createBench();
    await unlocked();
    const batch = { type: 'frames' as const, deviceId: 'real', perSecond: 1, oneOf: 1, frames: [] };
    desk.bench.hear(batch);
    expect(frames).toHaveLength(1);
    await clock.advance(SESSION_LASTS);
    desk.bench.hear(batch);
    expect(frames).toHaveLength(1);
    expect(sent.slice(-2)).toEqual([{ type: 'bench', on: false }, { type: 'watch' }]);
  });

  it('plays how the printer does', async () => {
    const { desk, bench, unlocked } = createBench();
    expect((await desk.command({ type: 'play-printer', state: 'jammed' })).ok).toBe(false);
    await unlocked();
    await desk.command({ type: 'play-printer', state: 'jammed' });
    expect(bench().printer).toEqual({ state: 'jammed', out: [] });
  });

  it('is told of the letters that were not taken', async () => {
    const { bench, unlocked } = createBench();
    await unlocked();
    expect(bench().letters).toMatchObject([{ code: 'INVALID_MESSAGE', count: 3 }]);
  });

  it('is locked again when the window is left', async () => {
    const { desk, unlocked } = createBench();
    await unlocked();
    desk.leave();
    expect(desk.projection().access).toBe('locked');
  });
});

describe('a visit', () => {
  it('keeps everything away that would disturb it, and nothing else', async () => {
    const { desk, unlocked, visit } = createBench();
    await unlocked();
    visit(true);
    const refused: string[] = [];
    for (const command of EVERYTHING.slice(1)) {
      const outcome = await desk.command(command);
      if (!outcome.ok && outcome.failure.code === 'NOT_NOW') refused.push(command.type);
    }
    expect(refused).toEqual([
      'start-simulator',
      'seat-patient',
      'stop-simulator',
      'switch-fault',
      'mend',
      'replay-recording',
      'replay-file',
      'run-self-test',
    ]);
  });

  it('in which every device is simulated may be given faults', async () => {
    const { desk, unlocked, visit, orders } = createBench([binding('sim', true)]);
    await unlocked();
    visit(true);
    const fault = { type: 'switch-fault', simulatorId: 'played', fault: 'unplug', on: true } as const;
    expect(await desk.command(fault)).toEqual(ok(null));
    expect(await desk.command(start)).toMatchObject({ failure: { code: 'NOT_NOW' } });
    expect(orders).toEqual([{ type: 'fault', id: 'played', fault: 'unplug', on: true }]);
  });
});

describe('an open bench', () => {
  it('watches the first device, tells its binding and when its calibration ends', async () => {
    const { bench, unlocked, sent, woken } = createBench();
    await unlocked();
    expect(sent).toEqual([
      { type: 'bench', on: true },
      { type: 'watch', deviceId: 'real' },
    ]);
    expect(woken()).toBe(1);
    expect(bench()).toMatchObject({
      watched: 'real',
      devices: [
        { id: 'real', connection: { path: '/dev/real' }, calibrationDue: '2026-12-01' },
        { id: 'sim' },
      ],
    });
  });

  it('pauses the watch, and tells a device host that was started again what is looked at', async () => {
    const { desk, unlocked, sent } = createBench();
    await unlocked();
    await desk.command({ type: 'watch', deviceId: 'sim' });
    await desk.command({ type: 'pause', paused: true });
    expect(sent.at(-1)).toEqual({ type: 'watch' });
    await desk.command({ type: 'pause', paused: false });
    expect(sent.at(-1)).toEqual({ type: 'watch', deviceId: 'sim' });
    desk.bench.hostReady();
    expect(sent.slice(-2)).toEqual([
      { type: 'bench', on: true },
      { type: 'watch', deviceId: 'sim' },
    ]);
  });

  it('starts simulators under free names, and seats patients where one can sit', async () => {
    const { desk, unlocked, orders } = createBench([binding('contec-cms50', false)]);
    await unlocked();
    await desk.command(start);
    await desk.command({ type: 'seat-patient', simulatorId: 'played', scenario: 'hypertensive', seed: 2 });
    const { type: _type, driver, ...patient } = start as Extract<typeof start, { type: 'start-simulator' }>;
    expect(orders).toEqual([
      { type: 'start', id: 'contec-cms50-2', driver, ...patient },
      { type: 'start', id: 'played', driver: 'nonin', scenario: 'hypertensive', seed: 2 },
    ]);
    const nobody = { type: 'seat-patient', simulatorId: 'x', scenario: 'hypertensive', seed: 2 } as const;
    expect(await desk.command(nobody)).toMatchObject({ failure: { code: 'BENCH_FAILED' } });
  });

  it('says that there is no such device', async () => {
    const { desk, unlocked } = createBench();
    await unlocked();
    for (const type of ['watch', 'start-recording'] as const)
      expect(await desk.command({ type, deviceId: 'x' })).toMatchObject({
        failure: { code: 'BENCH_FAILED' },
      });
  });

  it('keeps a recording in a file of its own, lists it, and replays it', async () => {
    const { desk, unlocked, bench, orders } = createBench();
    await unlocked();
    await desk.command({ type: 'start-recording', deviceId: 'real' });
    const text = '# recorded: x\n# driver: nonin\n< 01\n';
    for (let time = 0; time < 2; time += 1)
      desk.bench.hear({ type: 'recorded', deviceId: 'real', driver: 'nonin', text });
    await expect.poll(() => bench().recordings.length).toBe(2);
    const path = bench().recorded ?? '';
    expect(await readFile(path, 'utf8')).toBe(text);
    expect((await stat(path)).mode & 0o077).toBe(0);
    const [name = ''] = bench().recordings;
    expect(await desk.command({ type: 'replay-recording', name, speed: 2 })).toEqual(ok(null));
    expect(orders).toEqual([{ type: 'replay', id: 'replay', name, text, speed: 2 }]);
    for (const elsewhere of ['../a.cap', 'a.txt', 'none.cap'])
      expect(await desk.command({ type: 'replay-recording', name: elsewhere, speed: 1 })).toMatchObject({
        failure: { code: 'BENCH_FAILED' },
      });
  });

  it('runs one self-test at a time, and saves its report', async () => {
    const { desk, unlocked, bench, sent, clock } = createBench();
    await unlocked();
    expect(await desk.command({ type: 'save-report' })).toMatchObject({ failure: { code: 'BENCH_FAILED' } });
    await desk.command({ type: 'run-self-test' });
    expect(sent.at(-1)).toEqual({ type: 'self-test', language: 'fr' });
    expect(await desk.command({ type: 'run-self-test' })).toMatchObject({ ok: false });
    await clock.advance(4_000);
    desk.bench.hear({ type: 'self-test', reports: [], pages: { html: '<p>', json: '{}' } });
    expect(bench().selfTest).toMatchObject({ running: false, tookMs: 4_000 });
    await desk.command({ type: 'save-report' });
    const saved = bench().selfTest?.saved;
    expect(await readFile(saved?.html ?? '', 'utf8')).toBe('<p>');
    expect(await readFile(saved?.json ?? '', 'utf8')).toBe('{}');
  });

  it('breaks a self-test off when the device host dies', async () => {
    const { desk, unlocked, bench } = createBench();
    await unlocked();
    await desk.command({ type: 'run-self-test' });
    desk.bench.hostReady();
    expect(bench().selfTest).toMatchObject({ running: false, reports: [] });
  });
});

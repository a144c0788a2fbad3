import type { Frame } from '#core/contract/bench.ts';
import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import type { SelfTestReport, StepReport } from '#core/contract/self-test.ts';
import { SELF_TEST_STEPS } from '#core/contract/self-test.ts';
import { FAULTS } from '#core/contract/simulation.ts';
import type { SimulatorStatus } from '#core/contract/simulator-host.ts';
import type { Bench, BenchDevice, TechnicianProjection } from '#core/contract/technician.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';

const NOW = '2026-03-02T09:52:16.000+01:00';
const site = { name: 'Mairie de Saint-Aubin', cabinId: 'cabine-1' };

const KINDS: readonly ReadingKind[] = [
  'oximetry',
  'blood-pressure',
  'body-weight',
  'temperature',
  'blood-glucose',
];

const device = (driver: DriverId, index: number): BenchDevice => {
  const states: readonly BenchDevice['state'][] = [
    { state: 'measuring' },
    { state: 'ready' },
    { state: 'fault', code: 'DEVICE_SILENT' },
    { state: 'identifying' },
    { state: 'absent' },
    { state: 'fault', code: 'PORT_TWINS' },
  ];
  const state = states[index % states.length] ?? { state: 'ready' };
  return {
    id: driver,
    driver,
    measures: [KINDS[index % KINDS.length] ?? 'oximetry'],
    simulated: index === 0,
    identity: { maker: 'Contec', model: 'CMS50D+', serial: 'K2207', firmware: '4.6' },
    state,
    connection:
      index % 3 === 0
        ? { transport: 'usb', vendorId: 0x0403, productId: 0x6001, serialNumber: '0417' }
        : { transport: 'serial', path: `/dev/ttyUSB${index}` },
    calibrationDue: index % 2 === 0 ? '2026-11-30' : '2025-12-31',
    ...(state.state === 'fault' && state.code === 'PORT_TWINS'
      ? {
          candidates: [
            { path: '/dev/ttyUSB0', product: 'USB-Serial Controller', topology: '1-4.1' },
            { path: '/dev/ttyUSB1', product: 'USB-Serial Controller', topology: '1-4.2' },
          ],
        }
      : {}),
    facts: {
      id: driver,
      title: 'Contec CMS50D+',
      evidence: index % 4 === 2 ? 'unverified' : 'recorded',
      battery: 'good',
      counts: {
        bytesIn: 48_213,
        bytesOut: 912,
        readings: 4,
        lastByteAgoMs: [16, 1_240, 31_000, 240_000][index % 4] ?? 0,
        errors: index % 3 === 2 ? { DEVICE_GARBLED: 2, CAPTURE_TIMEOUT: 1 } : {},
      },
    },
  };
};

const devicesOf = (drivers: readonly DriverId[]): BenchDevice[] => drivers.map(device);
const USUAL = ['contec-cms50', 'and-tm2657', 'tanita-scale'] as const;

const simulator: SimulatorStatus = {
  id: 'contec-cms50',
  driver: 'contec-cms50',
  connection: { transport: 'serial', path: '/tmp/cabine-devices-x/contec-cms50' },
  plays: { source: 'patient', scenario: 'febrile-child', seed: 12 },
  possible: FAULTS.filter((fault) => fault !== 'permission-denied'),
  active: ['motion'],
};

const bench = (change: Partial<Bench> = {}): Bench => ({
  devices: devicesOf(USUAL),
  deviceHostReady: true,
  visitOn: false,
  watched: 'contec-cms50',
  paused: false,
  simulators: [simulator],
  letters: [],
  printer: { state: 'ready', out: [{ at: NOW, sheets: 2, sha256: '3fa9c1d2'.repeat(8) }] },
  catalogue: DRIVER_IDS.map((driver, index) => ({
    driver,
    title: driver,
    measures: [KINDS[index % KINDS.length] ?? 'oximetry'],
    evidence: index % 4 === 2 ? 'unverified' : 'recorded',
  })),
  recordings: ['contec-cms50-20260302-094105.cap', 'and-tm2657-20260301-171200.cap'],
  clock: { now: NOW, rate: 1 },
  ...change,
});

const open = (change: Partial<Bench> = {}): TechnicianProjection => ({
  access: 'open',
  site,
  simulation: true,
  remainingMs: 12 * 60_000,
  bench: bench(change),
});

const report = ({ id, driver, facts }: BenchDevice, index: number): SelfTestReport => {
  const failing = index === 1;
  return {
    device: id,
    driver,
    title: facts?.title ?? '',
    evidence: 'recorded',
    simulated: true,
    port: '/dev/ttyUSB0',
    identity: { maker: 'Contec', model: 'CMS50D+' },
    at: NOW,
    tookMs: 1_400,
    bytesIn: 420,
    bytesOut: 27,
    passed: !failing,
    steps: SELF_TEST_STEPS.map(
      (step): StepReport =>
        failing && step === 'identifies'
          ? { step, outcome: 'failed', code: 'DEVICE_SILENT' }
          : { step, outcome: 'passed' },
    ),
  };
};

const tested = (drivers: readonly DriverId[]): Bench['selfTest'] => ({
  startedAt: '2026-03-02T07:40:00.000+01:00',
  running: false,
  tookMs: 6_400,
  reports: devicesOf(drivers).map(report),
  saved: {
    html: '/home/cabine/.config/Cabine/reports/self-test-20260302-074000.html',
    json: '/home/cabine/.config/Cabine/reports/self-test-20260302-074000.json',
  },
});

/** Frames as an oximeter sends them. */
export const FRAMES: readonly Frame[] = Array.from({ length: 40 }, (_, index) => ({
  number: 1 + index * 20,
  at: `2026-03-02T09:52:${String(2 + Math.floor(index / 3)).padStart(2, '0')}.${String((index % 3) * 333).padStart(3, '0')}+01:00`,
  direction: index % 7 === 3 ? ('to-device' as const) : ('from-device' as const),
  hex: index % 7 === 3 ? '7D 81 AF 80 80 80 80 80 80' : '01 A0 87 D7 8A CC E0 C6 81',
  name: index % 7 === 3 ? 'keep-alive' : 'real-time data',
  fields:
    index % 7 === 3
      ? []
      : [
          ['SpO2', '96'],
          ['pulse', '84'],
          ['PI', '4.54'],
          ['signal', '7'],
          ['wave', String(40 + index)],
        ],
}));

/** Every state worth looking at. */
export const TECHNICIAN_SCENES: Readonly<Record<string, TechnicianProjection>> = {
  bench: open({ selfTest: tested(USUAL) }),
  locked: { access: 'locked', site, simulation: true, hasCode: true, triesLeft: 5 },
  pause: { access: 'locked', site, simulation: true, hasCode: true, triesLeft: 0, remainingMs: 58_000 },
  'no-code': { access: 'locked', site, simulation: false, hasCode: false, triesLeft: 5 },
  many: open({ devices: devicesOf(DRIVER_IDS), selfTest: tested(DRIVER_IDS) }),
  trouble: open({
    visitOn: true,
    deviceHostReady: false,
    recorded: '/home/cabine/.config/Cabine/recordings/contec-cms50-20260302-094105.cap',
    trouble: { code: 'BENCH_FAILED', detail: 'ENOSPC' },
    recording: { deviceId: 'contec-cms50', bytes: 48_213, lastsMs: 93_000 },
    paused: true,
  }),
  real: open({ simulators: [], devices: devicesOf(USUAL).map((one) => ({ ...one, simulated: false })) }),
  twins: open({
    devices: devicesOf(DRIVER_IDS).filter(({ candidates }) => candidates !== undefined),
    watched: devicesOf(DRIVER_IDS).find(({ candidates }) => candidates !== undefined)?.id,
    simulators: [],
  }),
  letters: open({
    letters: [
      { code: 'MESSAGE_TOO_MANY', count: 4_213, at: NOW },
      { code: 'INVALID_MESSAGE', count: 1, at: NOW },
    ],
  }),
  none: open({ devices: [], simulators: [], watched: undefined }),
};

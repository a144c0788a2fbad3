import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import type { Milliseconds } from '#core/time.ts';
import { parseCaptureFile } from '../kit/capture-file.ts';
import { decodeCapture } from '../kit/decode.ts';
import { formatDecoded } from '../kit/decoded-line.ts';
import { FAULTS, type Fault } from '../kit/faults.ts';
import { DRIVERS } from '../registry.ts';
import { FAULT_TABLES } from '../simulation/registry.ts';
import { SCENARIO_NAMES } from '../simulation/scenarios.ts';
import { type ConformanceBench, createConformanceBench } from './bench.ts';
import { tryFault, tryFaultFromTheStart, tryWellCapture } from './capture-trial.ts';
import { type Corpus, recordCorpus, validKeys } from './corpus.ts';
import { fuzzDriver } from './fuzz.ts';

/** What a driver has to have, tried on one driver. */
export interface Property {
  readonly name: string;
  /** What is wrong, or nothing; undefined when it does not apply to this driver. */
  try(driver: DriverId): Promise<readonly string[] | undefined>;
}

const CORPUS_SEED = 3;
const corpora = new Map<DriverId, Promise<Corpus>>();

/** The driver's corpus, recorded once. */
export const corpusOf = (driver: DriverId): Promise<Corpus> => {
  const recorded = corpora.get(driver) ?? recordCorpus(driver, CORPUS_SEED);
  corpora.set(driver, recorded);
  return recorded;
};

const capturesDecode = async (driver: DriverId): Promise<string[]> => {
  const folder = join(import.meta.dirname, '..', 'drivers', driver, 'captures');
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.cap')) : [];
  if (files.length === 0)
    return ['no capture file in captures/: record one, from a device or from the simulator'];
  return files.flatMap((file) => {
    const capture = parseCaptureFile(readFileSync(join(folder, file), 'utf8'));
    if (!capture.ok) return [`${file}: line ${capture.failure.line}`];
    if (capture.value.provenance === undefined) return [`${file}: no provenance`];
    const lines = decodeCapture(DRIVERS[driver], capture.value).flatMap((item) =>
      item.type === 'wave' ? [] : [formatDecoded(item)],
    );
    const beside = file.replace(/\.cap$/, '.jsonl');
    if (!existsSync(join(folder, beside)))
      return [`${file}: no ${beside} beside it, made by "device decode"`];
    const expected = readFileSync(join(folder, beside), 'utf8').trim().split('\n');
    const differs = expected.findIndex((line, index) => line !== (lines[index] ?? ''));
    if (differs < 0 && lines.length <= expected.length) return [];
    return [
      `${file}: decodes to something else than line ${(differs < 0 ? expected.length : differs) + 1} of ${beside}`,
    ];
  });
};

/** What the skeleton of a new driver leaves to be filled, and where. */
const MARK = /\bFILL\b/;
const PROJECT = join(import.meta.dirname, '..', '..');

const tablesOf = (driver: DriverId): string[] => {
  const folder = join('test', 'contract', 'vectors');
  return readdirSync(join(PROJECT, folder))
    .map((file) => join(folder, file))
    .filter((path) => readFileSync(join(PROJECT, path), 'utf8').includes(`driver: '${driver}'`));
};

/** Nothing of the skeleton that a driver began with is left. */
const nothingToFill = async (driver: DriverId): Promise<string[]> => {
  const folder = join('devices', 'drivers', driver);
  const page = join('docs', 'devices', `${driver}.md`);
  if (!existsSync(join(PROJECT, page))) return [`no page ${page}`];
  const sources = readdirSync(join(PROJECT, folder)).filter((file) => file.endsWith('.ts'));
  const paths = [...sources.map((file) => join(folder, file)), ...tablesOf(driver), page];
  return paths.flatMap((path) =>
    readFileSync(join(PROJECT, path), 'utf8')
      .split('\n')
      .flatMap((line, index) => (MARK.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
};

/** Every simulated patient is measured truly. */
const simulatorMeasures = async (driver: DriverId): Promise<string[]> => {
  const problems: string[] = [];
  for (const scenario of SCENARIO_NAMES) {
    // Too weak a pulse is refused on purpose by an oximeter: that is the scenario's point.
    if (scenario === 'low-perfusion') continue;
    const bench = await createConformanceBench(driver, { scenario });
    bench.supervisor.start();
    problems.push(...(await tryWellCapture(bench)).map((problem) => `${scenario}: ${problem}`));
    await bench.close();
  }
  return problems;
};

const sameReadings = (driver: DriverId, whole: readonly string[], chunks: readonly Uint8Array[]): boolean =>
  validKeys(driver, chunks, { unprotected: true }).join() === whole.join();

/** How bytes are cut says nothing; reports and APDUs are never cut. */
const cutsChangeNothing = async (driver: DriverId): Promise<string[] | undefined> => {
  const { transport } = DRIVERS[driver].manifest.port;
  if (transport === 'hid' || transport === 'phdc') return undefined;
  const { frames } = await corpusOf(driver);
  const whole = validKeys(driver, frames, { unprotected: true });
  const bytes = frames.flatMap((frame) => [...frame]);
  const single = bytes.map((byte) => Uint8Array.of(byte));
  const glued = [Uint8Array.from(bytes)];
  const inThrees = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) =>
    Uint8Array.from(bytes.slice(index * 3, index * 3 + 3)),
  );
  return [
    ...(sameReadings(driver, whole, single) ? [] : ['byte by byte gives other readings']),
    ...(sameReadings(driver, whole, inThrees) ? [] : ['three by three gives other readings']),
    ...(sameReadings(driver, whole, glued) ? [] : ['all at once gives other readings']),
  ];
};

/** The bytes of every other device give no value. */
const strangersSayNothing = async (driver: DriverId): Promise<string[]> => {
  const problems: string[] = [];
  for (const other of DRIVER_IDS) {
    if (other === driver) continue;
    const { frames } = await corpusOf(other);
    const values = validKeys(driver, frames, { unprotected: true });
    if (values.length > 0) problems.push(`${other} is read as ${values[0]}`);
  }
  return problems;
};

const FUZZ_FRAMES = 4_000;
/** A thousand frames in so long: a decoder that hangs takes for ever, a slow machine takes a second. */
const SLOWEST_THOUSAND_MS = 20_000;

const fuzzed = async (driver: DriverId): Promise<string[]> => {
  const result = fuzzDriver(driver, await corpusOf(driver), FUZZ_FRAMES, 17);
  return [
    ...result.falseValues.map((value) => `a value from a damaged frame: ${value}`),
    ...(result.slowestThousandMs > SLOWEST_THOUSAND_MS ? ['the decoder hangs'] : []),
  ];
};

const MIDDLE_MS: Milliseconds = 15_000;
/** A cuff is let go within so long, lost bytes and all. */
const RELEASE_MS: Milliseconds = 5_000;

const ENDINGS = {
  'the capture was stopped': (bench: ConformanceBench) => bench.supervisor.stopCapture(),
  'the port was closed': (bench: ConformanceBench) => void bench.supervisor.close(),
} as const;

/** What works on the patient is brought to rest when its capture is stopped in its middle, and when its port is closed. */
const stopsAreObeyed = async (driver: DriverId): Promise<string[] | undefined> => {
  const problems: string[] = [];
  for (const [when, end] of Object.entries(ENDINGS)) {
    const bench = await createConformanceBench(driver);
    const applies = bench.device.isAtWork() !== undefined;
    if (applies) {
      bench.supervisor.start();
      await bench.until(() => bench.supervisor.state().state === 'ready', RELEASE_MS);
      bench.supervisor.startCapture(DRIVERS[driver].manifest.measures[0]);
      await bench.clock.advance(MIDDLE_MS);
      if (bench.device.isAtWork() !== true) problems.push('not at work in the middle of a capture');
      end(bench);
      await bench.clock.advance(RELEASE_MS);
      if (bench.device.isAtWork() === true) problems.push(`still at work after ${when}`);
    }
    await bench.close();
    if (!applies) return undefined;
  }
  return problems;
};

/** A fault of the matrix, in the middle of a capture and from the start. */
const faultProperty = (fault: Fault): Property => ({
  name: fault,
  try: async (driver) => {
    const expected = FAULT_TABLES[driver][fault];
    if (expected.outcome === 'does-not-apply') return undefined;
    const problems: string[] = [];
    for (const trial of [
      (bench: Awaited<ReturnType<typeof createConformanceBench>>) => tryFault(bench, fault, expected),
      (bench: Awaited<ReturnType<typeof createConformanceBench>>) => tryFaultFromTheStart(bench, fault),
    ]) {
      const bench = await createConformanceBench(driver);
      problems.push(...(await trial(bench)));
      await bench.close();
    }
    return problems;
  },
});

/** A fault that the table says applies is one that the simulator can make, and the other way round. */
const faultsAreMade = async (driver: DriverId): Promise<string[]> => {
  const bench = await createConformanceBench(driver);
  const { possibleFaults } = bench.device;
  await bench.close();
  return FAULTS.flatMap((fault) => {
    const applies = FAULT_TABLES[driver][fault].outcome !== 'does-not-apply';
    if (applies === possibleFaults.includes(fault)) return [];
    return [
      applies ? `the simulator cannot make ${fault}` : `${fault} can be made, but is said not to apply`,
    ];
  });
};

/** Everything that every driver is held to. */
export const PROPERTIES: readonly Property[] = [
  { name: 'filled', try: nothingToFill },
  { name: 'captures', try: capturesDecode },
  { name: 'simulator', try: simulatorMeasures },
  { name: 'cuts', try: cutsChangeNothing },
  { name: 'strangers', try: strangersSayNothing },
  { name: 'fuzz', try: fuzzed },
  { name: 'released', try: stopsAreObeyed },
  { name: 'faults-made', try: faultsAreMade },
  ...FAULTS.map(faultProperty),
];

import { writeFile } from 'node:fs/promises';
import type { DeviceBinding } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { formatHtmlReport, formatJsonReport } from '../bench/report-html.ts';
import { runSelfTest, type TestedDevice } from '../bench/self-test.ts';
import type { SelfTestReport } from '../bench/self-test-report.ts';
import { BENCH_LANGUAGES, BENCH_WORDS, type BenchLanguage, type BenchWords } from '../bench/words.ts';
import { systemClock } from '../kit/clock.ts';
import { DRIVERS } from '../registry.ts';
import { type Arguments, optionValue } from './arguments.ts';
import { type DeviceCommand, FAULTY, parseDriverId, reasonOf, WELL } from './command.ts';
import { DEVICES_FILE, DRIVER, JSON_SWITCH, PORT } from './common-options.ts';
import { readDevicesFile } from './devices-file.ts';
import { boundPort, namedPort, shownConnection } from './port.ts';
import { textTable } from './text-table.ts';

const ofBinding = (binding: DeviceBinding): TestedDevice => ({
  id: binding.id,
  driver: DRIVERS[binding.driver],
  transport: boundPort(binding, DRIVERS[binding.driver]),
  port: shownConnection(binding.connection),
  simulated: binding.simulated,
});

/** The devices that the command names: one on a port, or all of a devices file. */
const devicesOf = async (given: Arguments): Promise<Result<readonly TestedDevice[], string>> => {
  const path = optionValue(given, '--devices');
  const [word] = given.positional;
  if (path !== undefined && word !== undefined) return fail('a driver id and --devices exclude each other');
  if (path !== undefined) {
    const file = await readDevicesFile(path);
    return file.ok ? ok(file.value.devices.map(ofBinding)) : file;
  }
  if (word === undefined) return fail('a driver id with --port, or --devices FILE, is needed');
  const id = parseDriverId(word);
  if (!id.ok) return id;
  const driver = DRIVERS[id.value];
  const port = namedPort(given, driver);
  if (!port.ok) return port;
  const { transport, shown } = port.value;
  return ok([{ id: id.value, driver, transport, port: shown, simulated: given.switches.has('--simulated') }]);
};

const reportText = (report: SelfTestReport, words: BenchWords): string => {
  const rows = report.steps.map(({ step, outcome, code, detail, tookMs }) => [
    `  ${words.steps[step]}`,
    words.outcomes[outcome],
    [code, detail, tookMs === undefined ? undefined : `${tookMs} ms`]
      .filter((part) => part !== undefined)
      .join(', '),
  ]);
  const verdict = report.passed ? words.passed : words.failed;
  return `${report.device} (${report.port}): ${verdict}\n${textTable(rows)}\n`;
};

/** `self-test`: each device from the opening of its port to its closing, with a report. */
export const selfTestCommand: DeviceCommand = {
  name: 'self-test',
  purpose:
    'tests one device, or each of a devices file: opens, identifies, stays, closes. Nothing is measured unless --measure; exit 1 when a fault is found',
  positionals: [{ ...DRIVER, optional: true }],
  options: {
    ...PORT,
    ...DEVICES_FILE,
    '--measure': { says: 'one measure of each device besides: a cuff is inflated, somebody has to be there' },
    '--simulated': { says: 'a simulator is on --port: the report says so' },
    '--html': { takes: 'FILE', says: 'a page to print or to send', path: true },
    '--lang': { takes: 'LANG', says: 'language of the report (en)', words: BENCH_LANGUAGES },
    ...JSON_SWITCH,
  },
  examples: [
    ['self-test nonin --port /dev/ttyUSB0', 'one device'],
    [
      'self-test --devices devices.json --html report.html --lang fr',
      'all of a cabin, with a page in French',
    ],
  ],
  run: async (given, console) => {
    const devices = await devicesOf(given);
    if (!devices.ok) return devices;
    const words = BENCH_WORDS[(optionValue(given, '--lang') ?? 'en') as BenchLanguage];
    const asJson = given.switches.has('--json');
    const reports: SelfTestReport[] = [];
    // One after the other: a technician reads them in order, and an adapter that is slow alone is slow for a reason.
    for (const device of devices.value) {
      const report = await runSelfTest(device, {
        clock: systemClock,
        measure: given.switches.has('--measure'),
      });
      reports.push(report);
      if (!asJson) console.out(reportText(report, words));
    }
    if (asJson) console.out(formatJsonReport(reports).trimEnd());
    const page = optionValue(given, '--html');
    try {
      if (page !== undefined) await writeFile(page, formatHtmlReport(reports, words));
    } catch (error) {
      return fail(`cannot write ${page}: ${reasonOf(error)}`);
    }
    return reports.every(({ passed }) => passed) ? WELL : FAULTY;
  },
};

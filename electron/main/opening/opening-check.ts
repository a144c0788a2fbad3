import { type Finding, inOrder, type OpeningCheckView } from '#core/opening/check/findings.ts';
import {
  judgeCalibration,
  judgeClock,
  judgeDevices,
  judgeDisk,
  judgeEquipment,
  judgeNetwork,
  judgePrinter,
} from '#core/opening/check/judge-machine.ts';
import { judgeMedia, unknownMedia } from '#core/opening/check/judge-media.ts';
import type { MediaReport } from '#core/opening/check/media-report.ts';
import type { SiteInstrument } from '#core/site/equipment.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { availableInstruments, type CabinFacts, lackingEquipment } from '#core/visit/projections/project.ts';
import type { MachineProbes } from './machine-probes.ts';

/** What is looked at before the first patient; a visit that begins ends it. */
export interface OpeningCheck {
  /** `by`: who opened the cabin, or asks for it. Nothing happens while one runs. */
  begin(by: string): void;
  /** What the patient's page has found. */
  hear(report: MediaReport): void;
  breakOff(): void;
  view(): OpeningCheckView | undefined;
}

interface OpeningCheckOptions {
  readonly clock: Clock;
  readonly probes: MachineProbes;
  readonly facts: () => CabinFacts;
  /** What the profile says that stands here. */
  readonly equipment: readonly SiteInstrument[];
  /** Asks the patient's page to look, or to stop. */
  readonly askPage: (looking: boolean) => void;
  /** The finished check, for the log. */
  readonly keep: (check: OpeningCheckView) => void;
  readonly onChange: () => void;
}

/** The page looks for eight seconds; a camera that another program holds answers after fifteen. Milliseconds. */
const PAGE_WITHIN_MS: Milliseconds = 25_000;
/** Devices were looked for since the start; those that are not there after this are away. Milliseconds. */
const DEVICES_WITHIN_MS: Milliseconds = 6_000;

/** Waits for what is still being looked for, no longer than it takes to find out that it is not there. */
const isSettled = ({ devices, deviceHostReady }: CabinFacts): boolean =>
  deviceHostReady && devices.every(({ state }) => state.state !== 'found' && state.state !== 'identifying');

export const createOpeningCheck = (options: OpeningCheckOptions): OpeningCheck => {
  const { clock, probes, facts, askPage, keep, onChange } = options;
  let check: OpeningCheckView | undefined;
  let round = 0;
  let answer: (report: MediaReport | 'interrupted' | 'no-answer') => void = () => {};

  const add = (mine: number, findings: readonly Finding[]): void => {
    if (mine !== round || check === undefined) return;
    check = { ...check, findings: inOrder([...check.findings, ...findings]) };
    onChange();
  };

  const media = async (): Promise<readonly Finding[]> => {
    const found = await new Promise<MediaReport | 'interrupted' | 'no-answer'>((resolve) => {
      const cancel = clock.after(PAGE_WITHIN_MS, () => resolve('no-answer'));
      answer = (report) => {
        cancel();
        resolve(report);
      };
      askPage(true);
    });
    if (typeof found === 'string') return unknownMedia(found);
    const { instruments, simulation } = facts();
    const configured = availableInstruments({ instruments, simulation: false });
    return judgeMedia(found, { configured, played: simulation });
  };

  const devices = async (): Promise<readonly Finding[]> => {
    if (!isSettled(facts())) await new Promise<void>((resolve) => clock.after(DEVICES_WITHIN_MS, resolve));
    const now = facts();
    return [
      judgeDevices(now.devices),
      ...judgeEquipment(now.site, lackingEquipment(now)),
      ...judgeCalibration(options.equipment, now.today),
    ];
  };

  const run = async (mine: number): Promise<void> => {
    const parts: readonly (() => Promise<readonly Finding[]>)[] = [
      media,
      devices,
      async () => [judgeNetwork(facts().gatewayReady, await probes.outside())],
      async () => [judgeClock(await probes.clockAheadMs())],
      async () => [judgeDisk(await probes.freeBytes())],
      async () => [judgePrinter(await probes.printers())],
    ];
    await Promise.all(parts.map(async (part) => add(mine, await part())));
    if (mine !== round || check === undefined) return;
    check = { ...check, running: false };
    keep(check);
    onChange();
  };

  return {
    begin: (by) => {
      if (check?.running === true) return;
      round += 1;
      check = { running: true, at: clock.now(), by, findings: [] };
      onChange();
      void run(round);
    },
    hear: (report) => answer(report),
    breakOff: () => {
      if (check?.running !== true) return;
      askPage(false);
      answer('interrupted');
    },
    view: () => check,
  };
};

import type { BenchFacts, FrameBatch } from '#core/contract/bench.ts';
import type { Bench, BenchDevice, LetterCount, TechnicianCommand } from '#core/contract/technician.ts';
import { assertNever } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { StaffLanguage } from '#core/visit/words.ts';
import type { Bindings } from '../devices/bindings.ts';
import { chooseDevice } from '../devices/choose-device.ts';
import type { Printing } from '../printing/open-printing.ts';
import type { BenchAnswer, DeviceHost } from '../processes/device-host.ts';
import type { SimulatorHost } from '../processes/simulator-host.ts';
import { cannot, done, type Outcome } from './outcome.ts';
import type { Papers } from './papers.ts';
import { createRecordings } from './recordings.ts';
import { createSelfTests } from './self-tests.ts';
import { createSimulations, isSimulation } from './simulations.ts';

/** What can be asked of the bench itself; who may ask, and when, is decided before. */
export type BenchCommand = Exclude<TechnicianCommand, { type: 'unlock' | 'lock' }>;

/** The technician's bench in the main process: devices, simulators, recordings, self-tests. */
export interface TechnicianBench {
  /** Somebody stands at it, or has left. */
  stand(on: boolean): void;
  obey(command: BenchCommand): Promise<Outcome>;
  hear(message: BenchAnswer): void;
  /** The device host was started again: it is told what is looked at. */
  hostReady(): void;
  view(): Bench;
}

export interface BenchParts {
  readonly clock: Clock;
  readonly clockRate: number;
  /** Of the reports that are kept. */
  readonly language: StaffLanguage;
  readonly deviceHost: Pick<DeviceHost, 'devices' | 'ready' | 'send'>;
  readonly bindings: Pick<Bindings, 'all'>;
  readonly simulators: Pick<SimulatorHost, 'wake' | 'running' | 'catalogue' | 'ask'>;
  readonly papers: Papers;
  readonly printing: Pick<Printing, 'simulated' | 'play'>;
  visitOn(): boolean;
  letters(): readonly LetterCount[];
  showFrames(batch: FrameBatch): void;
  copy(text: string): void;
  onChange(): void;
}

/** A bench at which nobody stands. */
export const createTechnicianBench = (parts: BenchParts): TechnicianBench => {
  const { clock, deviceHost, bindings, simulators, papers, onChange } = parts;
  const facts = new Map<string, BenchFacts>();
  let standing = false;
  let watched: string | undefined;
  let paused = false;

  const sendWatch = (): void =>
    deviceHost.send({ type: 'watch', ...(paused || watched === undefined ? {} : { deviceId: watched }) });
  const watch = (deviceId: string | undefined): void => {
    watched = deviceId;
    sendWatch();
  };
  const recordings = createRecordings({ papers, onChange });
  const simulate = createSimulations({ bindings, simulators, papers, watch });
  const selfTests = createSelfTests({
    clock,
    papers,
    hostIsReady: deviceHost.ready,
    begin: () => deviceHost.send({ type: 'self-test', language: parts.language }),
  });

  /** What concerns one device of the cabin. */
  const withDevice = (deviceId: string, act: () => void): Outcome => {
    if (!bindings.all().some(({ id }) => id === deviceId)) return cannot(`there is no device ${deviceId}`);
    act();
    return done;
  };

  const act = async (command: BenchCommand): Promise<Outcome> => {
    if (isSimulation(command)) return await simulate(command);
    switch (command.type) {
      case 'watch':
        return withDevice(command.deviceId, () => watch(command.deviceId));
      case 'pause':
        ({ paused } = command);
        sendWatch();
        return done;
      case 'start-recording':
        return withDevice(command.deviceId, () => {
          recordings.begin();
          deviceHost.send({ type: 'record', deviceId: command.deviceId });
        });
      case 'stop-recording':
        deviceHost.send({ type: 'record' });
        return done;
      case 'run-self-test':
        return selfTests.run();
      case 'save-report':
        return await selfTests.save();
      case 'choose-device':
        return chooseDevice(deviceHost, command);
      case 'play-printer':
        return parts.printing.play(command.state) ? done : cannot('the printer is real');
      case 'copy':
        parts.copy(command.text);
        return done;
      default:
        return assertNever(command);
    }
  };

  const devices = (): BenchDevice[] =>
    deviceHost.devices().flatMap((status) => {
      const binding = bindings.all().find(({ id }) => id === status.id);
      const known = facts.get(status.id);
      if (binding === undefined) return [];
      const { connection, calibrationDue } = binding;
      return [
        {
          ...status,
          connection,
          ...(calibrationDue === undefined ? {} : { calibrationDue }),
          ...(known === undefined ? {} : { facts: known }),
        },
      ];
    });

  const hear = (message: BenchAnswer): void => {
    switch (message.type) {
      case 'bench-facts':
        for (const known of message.devices) facts.set(known.id, known);
        recordings.runs(message.recording);
        return;
      case 'frames': {
        const { type: _frames, ...batch } = message;
        if (standing && !paused && batch.deviceId === watched) parts.showFrames(batch);
        return;
      }
      case 'recorded':
        void recordings.hear(message);
        return;
      case 'self-test':
        selfTests.hear(message);
        return;
      default:
        assertNever(message);
    }
  };

  return {
    stand: (on) => {
      standing = on;
      paused = false;
      deviceHost.send({ type: 'bench', on });
      watch(on ? bindings.all()[0]?.id : undefined);
      if (!on) return;
      simulators.wake();
      void recordings.list();
    },
    obey: async (command) => {
      const outcome = await act(command);
      onChange();
      return outcome;
    },
    hostReady: () => {
      facts.clear();
      recordings.runs(undefined);
      selfTests.breakOff();
      if (!standing) return;
      deviceHost.send({ type: 'bench', on: true });
      sendWatch();
    },
    hear: (message) => {
      hear(message);
      if (message.type !== 'frames') onChange();
    },
    view: () => {
      const selfTest = selfTests.view();
      const printer = parts.printing.simulated();
      return {
        devices: devices(),
        deviceHostReady: deviceHost.ready(),
        visitOn: parts.visitOn(),
        ...(watched === undefined ? {} : { watched }),
        paused,
        simulators: [...simulators.running()],
        catalogue: [...simulators.catalogue()],
        ...recordings.view(),
        letters: [...parts.letters()],
        ...(printer === undefined ? {} : { printer }),
        ...(selfTest === undefined ? {} : { selfTest }),
        clock: { now: clock.now(), rate: parts.clockRate },
      };
    },
  };
};

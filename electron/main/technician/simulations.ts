import type { DriverId } from '#core/contract/devices.ts';
import type { TechnicianCommand } from '#core/contract/technician.ts';
import { assertNever } from '#core/result.ts';
import type { Bindings } from '../devices/bindings.ts';
import type { SimulatorHost } from '../processes/simulator-host.ts';
import { cannot, type Outcome } from './outcome.ts';
import type { Papers } from './papers.ts';

const COMMANDS = [
  'start-simulator',
  'seat-patient',
  'stop-simulator',
  'switch-fault',
  'mend',
  'replay-recording',
  'replay-file',
] as const;
type SimulationCommand = Extract<TechnicianCommand, { type: (typeof COMMANDS)[number] }>;

export const isSimulation = (command: TechnicianCommand): command is SimulationCommand =>
  (COMMANDS as readonly string[]).includes(command.type);

/** The one simulator that plays a recording. */
const REPLAY_ID = 'replay';

interface SimulationParts {
  readonly bindings: Pick<Bindings, 'all'>;
  readonly simulators: Pick<SimulatorHost, 'running' | 'ask'>;
  readonly papers: Pick<Papers, 'readRecording'>;
  /** A device has come that the technician wants to see, or the one that was seen is gone. */
  watch(deviceId: string | undefined): void;
}

/** Simulators and recordings that play devices, as the technician orders them. */
export const createSimulations = ({ bindings, simulators, papers, watch }: SimulationParts) => {
  const freeId = (driver: DriverId): string => {
    const taken = new Set(bindings.all().map(({ id }) => id));
    const names = [driver, ...Array.from({ length: taken.size }, (_, index) => `${driver}-${index + 2}`)];
    return names.find((name) => !taken.has(name)) ?? driver;
  };

  const startAt = async (
    id: string,
    driver: DriverId,
    { scenario, seed }: Pick<Extract<SimulationCommand, { type: 'start-simulator' }>, 'scenario' | 'seed'>,
  ): Promise<Outcome> => {
    const outcome = await simulators.ask({ type: 'start', id, driver, scenario, seed });
    if (outcome.ok) watch(id);
    return outcome;
  };

  const seat = async (command: Extract<SimulationCommand, { type: 'seat-patient' }>): Promise<Outcome> => {
    const simulator = simulators.running().find(({ id }) => id === command.simulatorId);
    return simulator?.plays.source === 'patient'
      ? await startAt(simulator.id, simulator.driver, command)
      : cannot(`no patient can be seated at ${command.simulatorId}`);
  };

  const replay = async (
    text: string,
    { name, speed, driver }: Omit<Extract<SimulationCommand, { type: 'replay-file' }>, 'type' | 'text'>,
  ): Promise<Outcome> => {
    const which = driver === undefined ? {} : { driver };
    const outcome = await simulators.ask({ type: 'replay', id: REPLAY_ID, name, text, speed, ...which });
    if (outcome.ok) watch(REPLAY_ID);
    return outcome;
  };

  return async (command: SimulationCommand): Promise<Outcome> => {
    switch (command.type) {
      case 'start-simulator':
        return await startAt(freeId(command.driver), command.driver, command);
      case 'seat-patient':
        return await seat(command);
      case 'stop-simulator': {
        const outcome = await simulators.ask({ type: 'stop', id: command.simulatorId });
        if (outcome.ok) watch(bindings.all()[0]?.id);
        return outcome;
      }
      case 'switch-fault': {
        const { simulatorId: id, fault, on } = command;
        return await simulators.ask({ type: 'fault', id, fault, on });
      }
      case 'mend':
        return await simulators.ask({ type: 'mend', id: command.simulatorId });
      case 'replay-recording': {
        const text = await papers.readRecording(command.name);
        return text.ok ? await replay(text.value, command) : text;
      }
      case 'replay-file':
        return await replay(command.text, command);
      default:
        return assertNever(command);
    }
  };
};

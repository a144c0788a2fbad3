import { DRIVER_IDS, type DriverId, driverIdSchema } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { FAULTS, type Fault } from '../kit/faults.ts';
import type { SimulatedDevice } from './device.ts';
import type { Rig } from './rig.ts';

/** The devices that a tester may do something to. */
export type TestedDevices = Pick<Rig, 'device' | 'devices'>;

/** One simulated device on its own: orders need not name it. */
export const soleDevice = (only: SimulatedDevice): TestedDevices => ({
  devices: [only],
  device: <Id extends DriverId>(driver: Id) =>
    only.driver === driver ? (only as SimulatedDevice as SimulatedDevice<Id>) : undefined,
});

type Outcome = Result<void, string> | Promise<Result<void, string>>;

const done = ok(undefined);
const isFault = (word: string): word is Fault => (FAULTS as readonly string[]).includes(word);

const onDevice: Readonly<Record<string, (device: SimulatedDevice, word: string | undefined) => Outcome>> = {
  replug: (device) => device.fault('unplug', false),
  mend: async (device) => {
    await device.mend();
    return done;
  },
  cure: (device, word = '') => (isFault(word) ? device.fault(word, false) : fail(`no fault "${word}"`)),
};

type PatientAct = readonly [driver: DriverId, act: (rig: TestedDevices, word: string | undefined) => void];

/** What a tester does to the patient, or to a device as its user could. */
const onPatient: Readonly<Record<string, PatientAct>> = {
  'finger-out': ['contec-cms50', (rig) => rig.device('contec-cms50')?.control.finger('out')],
  'finger-in': ['contec-cms50', (rig) => rig.device('contec-cms50')?.control.finger('in')],
  'finger-weak': ['contec-cms50', (rig) => rig.device('contec-cms50')?.control.finger('weak')],
  'cuff-error': ['and-tm2657', (rig, code) => rig.device('and-tm2657')?.control.fail(code)],
  'cuff-well': ['and-tm2657', (rig) => rig.device('and-tm2657')?.control.fail(undefined)],
  'cuff-checksum': ['and-tm2657', (rig) => rig.device('and-tm2657')?.control.wrongChecksum(1)],
  'scale-checksum': ['tanita-scale', (rig) => rig.device('tanita-scale')?.control.wrongChecksum(1)],
  'step-on': ['tanita-scale', (rig) => rig.device('tanita-scale')?.control.stepOn()],
};

/** The words that a tester may write to a rig, one order a line. */
const TESTER_ORDERS = [
  ...FAULTS.map((fault) => `${fault} <driver>`),
  ...Object.keys(onDevice).map((action) => `${action} <driver>`),
  ...Object.keys(onPatient),
  `where <driver> is one of ${DRIVER_IDS.join(', ')}`,
] as const;

const soleOf = ({ devices }: TestedDevices): SimulatedDevice | undefined =>
  devices.length === 1 ? devices[0] : undefined;

const deviceOrder = (rig: TestedDevices, action: string, words: readonly string[]): Outcome | undefined => {
  if (!(isFault(action) || action in onDevice)) return undefined;
  const named = words.find((word): word is DriverId => driverIdSchema.safeParse(word).success);
  const device = named === undefined ? soleOf(rig) : rig.device(named);
  if (device === undefined) return named === undefined ? undefined : fail(`the rig has no ${named}`);
  const more = words.find((word) => word !== named);
  return isFault(action) ? device.fault(action, true) : onDevice[action]?.(device, more);
};

/** Does what one line of a tester says, such as `unplug contec-cms50`, `cure motion nonin` or `cuff-error E44`; a device that is alone need not be named. */
export const obeyTester = async (rig: TestedDevices, order: string): Promise<Result<void, string>> => {
  const [action = '', ...words] = order.trim().split(/\s+/);
  const patientAction = onPatient[action];
  if (patientAction !== undefined) {
    const [driver, act] = patientAction;
    if (rig.device(driver) === undefined) return fail(`the rig has no ${driver}`);
    act(rig, words[0]);
    return done;
  }
  const outcome = deviceOrder(rig, action, words);
  return outcome ?? fail(`cannot do "${order}"; orders: ${TESTER_ORDERS.join(', ')}`);
};

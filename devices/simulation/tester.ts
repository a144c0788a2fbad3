import { DRIVER_IDS, type DriverId, driverIdSchema } from '#core/contract/devices.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { LineFault } from './faulty-line.ts';
import type { Rig } from './rig.ts';

type Action = (rig: Rig, id: DriverId) => void | Promise<void>;

const line =
  (fault: LineFault): Action =>
  (rig, id) =>
    rig.devices[id].fault(fault);

const onDevice: Readonly<Record<string, Action>> = {
  unplug: (rig, id) => rig.devices[id].wire.unplug(),
  replug: (rig, id) => rig.devices[id].wire.replug(),
  silence: line('silence'),
  garbage: line('garbage'),
  'flip-bits': line('flipped-bits'),
  mend: line('none'),
};

const onPatient: Readonly<Record<string, (rig: Rig, word: string | undefined) => void>> = {
  'finger-out': (rig) => rig.devices['contec-cms50'].control.finger('out'),
  'finger-in': (rig) => rig.devices['contec-cms50'].control.finger('in'),
  'finger-weak': (rig) => rig.devices['contec-cms50'].control.finger('weak'),
  'cuff-error': (rig, code) => rig.devices['and-tm2657'].control.fail(code),
  'cuff-well': (rig) => rig.devices['and-tm2657'].control.fail(undefined),
  'cuff-checksum': (rig) => rig.devices['and-tm2657'].control.wrongChecksum(1),
  'scale-checksum': (rig) => rig.devices['tanita-scale'].control.wrongChecksum(1),
  'step-on': (rig) => rig.devices['tanita-scale'].control.stepOn(),
};

/** The words that a tester may write to a rig, one order a line. */
const TESTER_ORDERS = [
  ...Object.keys(onDevice).map((action) => `${action} <${DRIVER_IDS.join('|')}>`),
  ...Object.keys(onPatient),
] as const;

/** Does what one line of a tester says, such as `unplug contec-cms50` or `cuff-error E44`. */
export const obeyTester = async (rig: Rig, order: string): Promise<Result<void, string>> => {
  const [action = '', word] = order.trim().split(/\s+/);
  const patientAction = onPatient[action];
  if (patientAction !== undefined) return ok(patientAction(rig, word));
  const deviceAction = onDevice[action];
  const id = driverIdSchema.safeParse(word);
  if (deviceAction === undefined || !id.success)
    return fail(`cannot do "${order}"; orders: ${TESTER_ORDERS.join(', ')}`);
  await deviceAction(rig, id.data);
  return ok(undefined);
};

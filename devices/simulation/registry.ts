import type { DriverId } from '#core/contract/devices.ts';
import { faults as andTm2657Faults } from '../drivers/and-tm2657/faults.ts';
import { createSimulator as andTm2657 } from '../drivers/and-tm2657/simulator.ts';
import { faults as barcodeScannerFaults } from '../drivers/barcode-scanner/faults.ts';
import { createSimulator as barcodeScanner } from '../drivers/barcode-scanner/simulator.ts';
import { faults as contec08aFaults } from '../drivers/contec-08a/faults.ts';
import { createSimulator as contec08a } from '../drivers/contec-08a/simulator.ts';
import { faults as contecCms50Faults } from '../drivers/contec-cms50/faults.ts';
import { createSimulator as contecCms50 } from '../drivers/contec-cms50/simulator.ts';
import { faults as contecCms505byteFaults } from '../drivers/contec-cms50-5byte/faults.ts';
import { createSimulator as contecCms505byte } from '../drivers/contec-cms50-5byte/simulator.ts';
import { faults as contourUsbFaults } from '../drivers/contour-usb/faults.ts';
import { createSimulator as contourUsb } from '../drivers/contour-usb/simulator.ts';
import { faults as healthometerFaults } from '../drivers/healthometer/faults.ts';
import { createSimulator as healthometer } from '../drivers/healthometer/simulator.ts';
import { faults as ieee11073Faults } from '../drivers/ieee11073/faults.ts';
import { createSimulator as ieee11073 } from '../drivers/ieee11073/simulator.ts';
import { faults as masimoAscii1Faults } from '../drivers/masimo-ascii1/faults.ts';
import { createSimulator as masimoAscii1 } from '../drivers/masimo-ascii1/simulator.ts';
import { faults as nellcorN560Faults } from '../drivers/nellcor-n560/faults.ts';
import { createSimulator as nellcorN560 } from '../drivers/nellcor-n560/simulator.ts';
import { faults as noninFaults } from '../drivers/nonin/faults.ts';
import { createSimulator as nonin } from '../drivers/nonin/simulator.ts';
import { faults as omronHbp9030Faults } from '../drivers/omron-hbp9030/faults.ts';
import { createSimulator as omronHbp9030 } from '../drivers/omron-hbp9030/simulator.ts';
import { faults as omronHem790itFaults } from '../drivers/omron-hem790it/faults.ts';
import { createSimulator as omronHem790it } from '../drivers/omron-hem790it/simulator.ts';
import { faults as onetouchUltra2Faults } from '../drivers/onetouch-ultra2/faults.ts';
import { createSimulator as onetouchUltra2 } from '../drivers/onetouch-ultra2/simulator.ts';
import { faults as taidocFaults } from '../drivers/taidoc/faults.ts';
import { createSimulator as taidoc } from '../drivers/taidoc/simulator.ts';
import { faults as tanitaScaleFaults } from '../drivers/tanita-scale/faults.ts';
import { createSimulator as tanitaScale } from '../drivers/tanita-scale/simulator.ts';
import type { FaultTable } from '../kit/faults.ts';
import type { CreateSimulator } from '../kit/simulator.ts';

/** The simulator of every driver; an id without one does not compile. */
const SIMULATORS = {
  'and-tm2657': andTm2657,
  'barcode-scanner': barcodeScanner,
  'contec-08a': contec08a,
  'contec-cms50': contecCms50,
  'contec-cms50-5byte': contecCms505byte,
  'contour-usb': contourUsb,
  healthometer,
  ieee11073,
  'masimo-ascii1': masimoAscii1,
  'nellcor-n560': nellcorN560,
  nonin,
  'omron-hbp9030': omronHbp9030,
  'omron-hem790it': omronHem790it,
  'onetouch-ultra2': onetouchUltra2,
  taidoc,
  'tanita-scale': tanitaScale,
} as const satisfies Readonly<Record<DriverId, CreateSimulator>>;

/** What a tester may do to each device besides its faults. */
export type DeviceControls = {
  readonly [Id in DriverId]: ReturnType<(typeof SIMULATORS)[Id]>['control'];
};

/** The simulator of one driver, with the controls that are its own. */
export const simulatorOf = <Id extends DriverId>(driver: Id): CreateSimulator<DeviceControls[Id]> =>
  (SIMULATORS as { readonly [Each in DriverId]: CreateSimulator<DeviceControls[Each]> })[driver];

/** What has to come of each fault, for every driver. */
export const FAULT_TABLES: Readonly<Record<DriverId, FaultTable>> = {
  'and-tm2657': andTm2657Faults,
  'barcode-scanner': barcodeScannerFaults,
  'contec-08a': contec08aFaults,
  'contec-cms50': contecCms50Faults,
  'contec-cms50-5byte': contecCms505byteFaults,
  'contour-usb': contourUsbFaults,
  healthometer: healthometerFaults,
  ieee11073: ieee11073Faults,
  'masimo-ascii1': masimoAscii1Faults,
  'nellcor-n560': nellcorN560Faults,
  nonin: noninFaults,
  'omron-hbp9030': omronHbp9030Faults,
  'omron-hem790it': omronHem790itFaults,
  'onetouch-ultra2': onetouchUltra2Faults,
  taidoc: taidocFaults,
  'tanita-scale': tanitaScaleFaults,
};

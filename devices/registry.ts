import type { DriverId } from '#core/contract/devices.ts';
import { driver as andTm2657 } from './drivers/and-tm2657/driver.ts';
import { driver as barcodeScanner } from './drivers/barcode-scanner/driver.ts';
import { driver as contec08a } from './drivers/contec-08a/driver.ts';
import { driver as contecCms50 } from './drivers/contec-cms50/driver.ts';
import { driver as contecCms505byte } from './drivers/contec-cms50-5byte/driver.ts';
import { driver as contourUsb } from './drivers/contour-usb/driver.ts';
import { driver as healthometer } from './drivers/healthometer/driver.ts';
import { driver as ieee11073 } from './drivers/ieee11073/driver.ts';
import { driver as masimoAscii1 } from './drivers/masimo-ascii1/driver.ts';
import { driver as nellcorN560 } from './drivers/nellcor-n560/driver.ts';
import { driver as nonin } from './drivers/nonin/driver.ts';
import { driver as omronHbp9030 } from './drivers/omron-hbp9030/driver.ts';
import { driver as omronHem790it } from './drivers/omron-hem790it/driver.ts';
import { driver as onetouchUltra2 } from './drivers/onetouch-ultra2/driver.ts';
import { driver as taidoc } from './drivers/taidoc/driver.ts';
import { driver as tanitaScale } from './drivers/tanita-scale/driver.ts';
import type { Driver } from './kit/driver.ts';

/** Every driver by its id; an id of the contract without a driver does not compile. */
export const DRIVERS: Readonly<Record<DriverId, Driver>> = {
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
};

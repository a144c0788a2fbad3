import { table as andScale } from './and-scale.ts';
import { table as andTm2655Tm2657 } from './and-tm2655-tm2657.ts';
import { table as andUa767pc } from './and-ua767pc.ts';
import { table as contec08aHid } from './contec-08a-hid.ts';
import { table as contecCms50NineByte } from './contec-cms50-9byte.ts';
import { table as contourUsb } from './contour-usb.ts';
import { table as gtechGl150Gl310 } from './gtech-gl150-gl310.ts';
import { table as healthometer } from './healthometer.ts';
import { table as ieee1107320601Phdc } from './ieee11073-20601-phdc.ts';
import { table as masimoAscii1 } from './masimo-ascii1.ts';
import { table as mtSics } from './mt-sics.ts';
import { table as nellcorN560 } from './nellcor-n560.ts';
import { table as noninOem } from './nonin-oem.ts';
import { table as omronHbp9020Hbp9030 } from './omron-hbp9020-hbp9030.ts';
import { table as omronHem790it } from './omron-hem790it.ts';
import { table as onetouchUltra2 } from './onetouch-ultra2.ts';
import { table as onetouchUltraeasy } from './onetouch-ultraeasy.ts';
import type { VectorTable } from './row.ts';
import { table as suntechNibp } from './suntech-nibp.ts';
import { table as taidocEightByte } from './taidoc-8byte.ts';
import { table as tanitaCsv } from './tanita-csv.ts';
import { table as terumoEsP2020Bp500 } from './terumo-es-p2020-bp500.ts';
import { table as visomatDoublecomfort } from './visomat-doublecomfort.ts';

/** The table of every folder of published bytes. */
export const TABLES: Readonly<Record<string, VectorTable>> = {
  'and-scale': andScale,
  'and-tm2655-tm2657': andTm2655Tm2657,
  'and-ua767pc': andUa767pc,
  'contec-08a-hid': contec08aHid,
  'contec-cms50-9byte': contecCms50NineByte,
  'contour-usb': contourUsb,
  'gtech-gl150-gl310': gtechGl150Gl310,
  healthometer: healthometer,
  'ieee11073-20601-phdc': ieee1107320601Phdc,
  'masimo-ascii1': masimoAscii1,
  'mt-sics': mtSics,
  'nellcor-n560': nellcorN560,
  'nonin-oem': noninOem,
  'omron-hbp9020-hbp9030': omronHbp9020Hbp9030,
  'omron-hem790it': omronHem790it,
  'onetouch-ultra2': onetouchUltra2,
  'onetouch-ultraeasy': onetouchUltraeasy,
  'suntech-nibp': suntechNibp,
  'taidoc-8byte': taidocEightByte,
  'tanita-csv': tanitaCsv,
  'terumo-es-p2020-bp500': terumoEsP2020Bp500,
  'visomat-doublecomfort': visomatDoublecomfort,
};

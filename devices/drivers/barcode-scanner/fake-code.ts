import { INS_HEADER } from '#core/identity/datamatrix-ins.ts';
import { GROUP_SEPARATOR } from '#core/identity/ins-text.ts';

/** The code of a made-up person for tests; its number is the specimen of a public implementation's tests. */
export const SPECIMEN = [
  INS_HEADER,
  'S1277010115400329',
  `S21.2.250.1.213.1.4.8${GROUP_SEPARATOR}`,
  `S3SARAH-LOU ANNA${GROUP_SEPARATOR}`,
  `S4D'EXEMPLE${GROUP_SEPARATOR}`,
  'S5F',
  'S621-01-1977',
  'S701154',
].join('');

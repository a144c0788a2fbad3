import { INS_HEADER } from '#core/identity/datamatrix-ins.ts';
import { GROUP_SEPARATOR } from '#core/identity/ins-text.ts';
import { nirKey } from '#core/identity/nir.ts';
import type { Milliseconds } from '#core/time.ts';
import { fromLatin1 } from '../../kit/bytes.ts';
import { every } from '../../kit/clock.ts';
import type { Simulator, SimulatorContext } from '../../kit/simulator.ts';
import { scanReports } from './report.ts';

/** What a tester does to the scanner. */
export interface ScannerControl {
  /** Reads the patient's code now. */
  scan(): void;
  /** Reads another code, of this text. */
  scanOther(text: string): void;
  /** Whether it reads the patient's code by itself again and again. */
  byItself(enabled: boolean): void;
  /** Lines of text, or reports as in HID POS mode. */
  form(form: 'text' | 'hid-pos'): void;
  /** Whether separators are passed on; keyboard wedges drop them. */
  separators(enabled: boolean): void;
}

const SCANNED_EVERY_MS: Milliseconds = 15_000;
const DATA_MATRIX = ']d1';
const SUFFIX = '\r';
/** Numbers under it are for demonstrations (ANS): no one has them. */
const DEMONSTRATION_OID = '1.2.250.1.213.1.4.11';

interface Demonstration {
  /** Without its key. */
  readonly nir: string;
  readonly givenNames: string;
  readonly name: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: string;
  readonly birthPlace: string;
}

/** Made-up people. */
const PEOPLE: Readonly<Record<'female' | 'male', Demonstration>> = {
  female: {
    nir: '2800299999001',
    givenNames: 'DEMONSTRATION FICTIVE',
    name: "D'EXEMPLE",
    sex: 'F',
    birthDate: '29-02-1980',
    birthPlace: '99999',
  },
  male: {
    nir: '1751299999002',
    givenNames: 'DEMONSTRATION FICTIF',
    name: 'EXEMPLE-FICTIF',
    sex: 'M',
    birthDate: '31-12-1975',
    birthPlace: '99999',
  },
};

const insCode = (person: Demonstration, key: string): string =>
  [
    INS_HEADER,
    `S1${person.nir}${key}`,
    `S2${DEMONSTRATION_OID}`,
    `S3${person.givenNames}${GROUP_SEPARATOR}`,
    `S4${person.name}${GROUP_SEPARATOR}`,
    `S5${person.sex}`,
    `S6${person.birthDate}`,
    `S7${person.birthPlace}`,
  ].join('');

/** A scanner on a serial line, held to the code of a made-up person of the patient's sex. */
export const createSimulator = (context: SimulatorContext): Simulator<ScannerControl> => {
  const { bodyClock, patient, send } = context;
  let byItself = true;
  let form: 'text' | 'hid-pos' = 'text';
  let separators = true;
  let wrongKey = false;

  const read = (text: string): void => {
    const passed = separators ? text : text.replaceAll(GROUP_SEPARATOR, '');
    if (form === 'text') send(fromLatin1(`${passed}${SUFFIX}`));
    else for (const report of scanReports(DATA_MATRIX, fromLatin1(passed))) send(report);
  };

  const scan = (): void => {
    const person = PEOPLE[patient.sex];
    const key = Number(nirKey(person.nir));
    // The key of a number is 1 to 97: the next one is wrong.
    read(insCode(person, String(wrongKey ? (key % 97) + 1 : key).padStart(2, '0')));
  };

  const stop = every(bodyClock, SCANNED_EVERY_MS, () => {
    if (byItself) scan();
  });

  return {
    // A scanner listens to nothing.
    receive: () => undefined,
    // It measures nothing.
    measured: () => [],
    faults: {
      'bad-checksum': (on) => {
        wrongKey = on;
      },
    },
    control: {
      scan,
      scanOther: read,
      byItself: (enabled) => {
        byItself = enabled;
      },
      form: (next) => {
        form = next;
      },
      separators: (enabled) => {
        separators = enabled;
      },
    },
    close: stop,
  };
};

import { assertNever } from '#core/result.ts';
import { type Attributes, readAttributes } from './attributes.ts';
import { type ByteReader, readAll } from './byte-reader.ts';

/** How a report lays out its values: by the object's own map, by attribute ids, or by the map of the scanner that sends it. */
export type ReportForm = 'fixed' | 'var' | 'grouped';

interface ReportKind {
  readonly form: ReportForm;
  /** Each part names the person whose values it holds. */
  readonly multiPerson: boolean;
  readonly sender: 'system' | 'scanner';
}

const kind = (sender: ReportKind['sender'], form: ReportForm, multiPerson = false): ReportKind => ({
  sender,
  form,
  multiPerson,
});

/** Event types that carry measurements (20601, nomenclature of notifications; annotated examples of its annex H). */
const REPORTS: ReadonlyMap<number, ReportKind> = new Map([
  [0x0d1d, kind('system', 'fixed')],
  [0x0d1e, kind('system', 'var')],
  [0x0d1f, kind('system', 'fixed', true)],
  [0x0d20, kind('system', 'var', true)],
  // Unbuffered: each value as it comes.
  [0x0d22, kind('scanner', 'var')],
  [0x0d23, kind('scanner', 'fixed')],
  [0x0d24, kind('scanner', 'grouped')],
  [0x0d25, kind('scanner', 'var', true)],
  [0x0d26, kind('scanner', 'fixed', true)],
  [0x0d27, kind('scanner', 'grouped', true)],
  // Buffered: the values of a while together.
  [0x0d28, kind('scanner', 'var')],
  [0x0d29, kind('scanner', 'fixed')],
  [0x0d2a, kind('scanner', 'grouped')],
  [0x0d2b, kind('scanner', 'var', true)],
  [0x0d2c, kind('scanner', 'fixed', true)],
  [0x0d2d, kind('scanner', 'grouped', true)],
]);

/** Whose values a part holds when the agent does not know. */
const UNKNOWN_PERSON = 0xffff;

/** One part of a report: the values of one person, in the form of the report. */
interface Part<Values> {
  /** The agent's own number of the person; absent when it knows none. */
  readonly person?: number;
  readonly values: Values;
}

export type ScanReport = { readonly sender: ReportKind['sender'] } & (
  | {
      readonly form: 'fixed';
      readonly parts: readonly Part<readonly { handle: number; bytes: Uint8Array }[]>[];
    }
  | {
      readonly form: 'var';
      readonly parts: readonly Part<readonly { handle: number; attributes: Attributes }[]>[];
    }
  /** One octet string per part: the values of all objects of the scanner, without ids or lengths. */
  | { readonly form: 'grouped'; readonly parts: readonly Part<Uint8Array>[] }
);

const readFixed = (reader: ByteReader) =>
  reader.list((item) => ({ handle: item.u16(), bytes: item.octets() }));

const readVar = (reader: ByteReader) =>
  reader.list((item) => ({ handle: item.u16(), attributes: readAttributes(item) }));

const readPeople = <Values>(reader: ByteReader, values: (reader: ByteReader) => Values): Part<Values>[] =>
  reader.list((item) => {
    const person = item.u16();
    return { ...(person === UNKNOWN_PERSON ? {} : { person }), values: values(item) };
  });

const readBody = (reader: ByteReader, { form, multiPerson, sender }: ReportKind): ScanReport => {
  switch (form) {
    case 'fixed':
      return {
        sender,
        form,
        parts: multiPerson ? readPeople(reader, readFixed) : [{ values: readFixed(reader) }],
      };
    case 'var':
      return {
        sender,
        form,
        parts: multiPerson ? readPeople(reader, readVar) : [{ values: readVar(reader) }],
      };
    case 'grouped': {
      const readGroup = (item: ByteReader): Uint8Array => item.octets();
      const parts = multiPerson
        ? readPeople(reader, readGroup)
        : reader.list((item) => ({ values: readGroup(item) }));
      return { sender, form, parts };
    }
    default:
      return assertNever(form);
  }
};

/** Whether an event of this type carries measurements. */
export const isReport = (event: number): boolean => REPORTS.has(event);

/** Reads the information of such an event; undefined when its lengths contradict one another. */
export const readScanReport = (event: number, information: Uint8Array): ScanReport | undefined => {
  const reported = REPORTS.get(event);
  if (reported === undefined) return undefined;
  return readAll(information, (reader) => {
    // Which request it answers, and its number: neither says anything of the values.
    reader.u16();
    reader.u16();
    return readBody(reader, reported);
  });
};

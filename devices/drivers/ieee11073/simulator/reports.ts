import { concatBytes } from '../../../kit/bytes.ts';
import type { AttributeSlot } from '../codec/attributes.ts';
import { writeAttributes } from '../codec/attributes.ts';
import { join, list, octets, u16 } from '../codec/byte-writer.ts';
import type { ReportForm } from '../codec/scan-reports.ts';
import type { SimulatedObservation } from './agents.ts';

/** How the simulated agent reports. */
export interface ReportStyle {
  readonly form: ReportForm;
  readonly sender: 'system' | 'unbuffered' | 'buffered';
  /** The agent's own number of the person. */
  readonly person?: number;
}

/** Event types by who sends and how; the second of each pair names a person (20601). */
const EVENTS: Readonly<
  Record<ReportStyle['sender'], Readonly<Partial<Record<ReportForm, readonly [number, number]>>>>
> = {
  system: { fixed: [0x0d1d, 0x0d1f], var: [0x0d1e, 0x0d20] },
  unbuffered: { var: [0x0d22, 0x0d25], fixed: [0x0d23, 0x0d26], grouped: [0x0d24, 0x0d27] },
  buffered: { var: [0x0d28, 0x0d2b], fixed: [0x0d29, 0x0d2c], grouped: [0x0d2a, 0x0d2d] },
};
const AGENT_INITIATED = 0xf000;

/** Event type and information of a report. */
export interface WrittenReport {
  readonly event: number;
  readonly information: Uint8Array;
}

const fixed = (observations: readonly SimulatedObservation[]): Uint8Array =>
  list(
    observations.map(({ handle, attributes }) =>
      join(u16(handle), octets(concatBytes([...attributes.values()]))),
    ),
  );

const variable = (observations: readonly SimulatedObservation[]): Uint8Array =>
  list(observations.map(({ handle, attributes }) => join(u16(handle), writeAttributes(attributes))));

const grouped = (
  observations: readonly SimulatedObservation[],
  group: readonly { readonly handle: number; readonly slots: readonly AttributeSlot[] }[],
): Uint8Array =>
  octets(
    concatBytes(
      group.flatMap(({ handle, slots }) => {
        const said = observations.find((observation) => observation.handle === handle);
        return slots.map(
          ({ attribute, length }) => said?.attributes.get(attribute) ?? new Uint8Array(length),
        );
      }),
    ),
  );

/** Writes a report; `group` is the layout of the scanner that sends a grouped one. */
export const writeReport = (
  { form, sender, person }: ReportStyle,
  number: number,
  observations: readonly SimulatedObservation[],
  group: readonly { readonly handle: number; readonly slots: readonly AttributeSlot[] }[],
): WrittenReport => {
  const events = EVENTS[sender][form] ?? EVENTS.system.fixed ?? [0x0d1d, 0x0d1f];
  const body =
    form === 'fixed'
      ? fixed(observations)
      : form === 'var'
        ? variable(observations)
        : grouped(observations, group);
  // Groups stand in a list even without persons.
  const parts =
    person === undefined ? (form === 'grouped' ? list([body]) : body) : list([join(u16(person), body)]);
  return {
    event: events[person === undefined ? 0 : 1],
    information: join(u16(AGENT_INITIATED), u16(number & 0xffff), parts),
  };
};

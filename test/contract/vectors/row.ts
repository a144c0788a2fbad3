import type { DriverId } from '#core/contract/devices.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';

/** One reading that has to come of a vector: its values as numbers in the units of readings, and what else must be so. */
export interface ExpectedReading {
  readonly values: Readonly<Record<string, number>>;
  readonly rest?: Partial<DecodedReading>;
}

/** What a published vector is, and what comes of it. */
export type Row = (
  | ({ readonly as: 'reading' } & ExpectedReading)
  /** A session with several readings, in their order. */
  | { readonly as: 'readings'; readonly readings: readonly ExpectedReading[] }
  /** What a host sends: well formed, and never a reading. */
  | { readonly as: 'host-command' }
  /** An acknowledgement, an answer or a line that measures nothing. */
  | { readonly as: 'no-reading' }
  | { readonly as: 'frame-error'; readonly reason: string }
  | { readonly as: 'not-covered'; readonly why: string }
) & {
  /** Vectors of the same folder that are fed before this one: a report means nothing without its configuration. */
  readonly after?: readonly string[];
};

/** The table of one folder of published bytes. */
export interface VectorTable {
  /** Undefined when no driver reads this folder; every row is then `not-covered`. */
  readonly driver: DriverId | undefined;
  readonly rows: Readonly<Record<string, Row>>;
  /**
   * The chunks of a vector, for folders whose files are not plain hex or text: one for each report, APDU or stretch of the stream.
   * `file` is the file it stands in.
   */
  readonly chunksOf?: (vector: Vector) => readonly Uint8Array[];
  /** The vectors in a file other than `vectors.json`; by default the file is one vector of hex, named after it. */
  readonly vectorsIn?: (file: string, text: string) => readonly Vector[];
}

/** One entry of a published folder. */
export interface Vector {
  readonly name: string;
  readonly file: string;
  readonly hex?: string | undefined;
  readonly text?: string | undefined;
}

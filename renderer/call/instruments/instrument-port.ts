import type { InstrumentBindings, MediaDevice } from '#core/instruments/bindings.ts';
import type { Stop } from '../call-snapshot.ts';

/** The way to a camera's whole size and back; each rejects as `applyConstraints` does. */
export interface WholeSize {
  enlarge(): Promise<void>;
  restore(): Promise<void>;
}

/** Where instruments come from: the machine's own devices, a simulation, or a test. */
export interface InstrumentPort {
  /** What it yields is made up. */
  readonly simulated: boolean;
  list(): Promise<readonly MediaDevice[]>;
  /** A stream of one track; rejects as `getUserMedia` does. */
  open(device: MediaDevice): Promise<MediaStream>;
  /** For a still: undefined of a camera that has no larger picture than its moving one. */
  wholeSize(track: MediaStreamTrack): WholeSize | undefined;
  /** Something was plugged in or pulled out. */
  onChanged(listener: () => void): Stop;
}

/** A port with the marks by which its devices are told. */
export interface BoundPort {
  readonly port: InstrumentPort;
  readonly bindings: InstrumentBindings;
}

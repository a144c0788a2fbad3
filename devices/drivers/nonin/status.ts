/** Colour of the pulse light: how strong the pulse is (6470-000-01, formats 2 and 7). */
export type Perfusion = 'green' | 'yellow' | 'red';

/** The STATUS byte of formats 2 and 7; its bit 7 is always set. */
export interface Status {
  /** Bit 6: no sensor on the module (OEM III; reserved on the 9560). */
  readonly sensorDisconnected: boolean;
  /** Bit 5: this pulse is an artifact. */
  readonly artifact: boolean;
  /** Bit 4: no good pulse for a while. */
  readonly outOfTrack: boolean;
  /** Bit 3: the finger is out, or what the sensor gives is unusable. */
  readonly sensorAlarm: boolean;
  /** Bits 2 and 1, for 12 frames at each pulse; undefined between pulses. */
  readonly perfusion: Perfusion | undefined;
  /** Bit 0: first frame of a packet. */
  readonly sync: boolean;
}

/** Bits of the STATUS byte. */
export const STATUS_BITS = {
  always: 0x80,
  sensorDisconnected: 0x40,
  artifact: 0x20,
  outOfTrack: 0x10,
  sensorAlarm: 0x08,
  red: 0x04,
  green: 0x02,
  sync: 0x01,
} as const;

/** Both lights together are yellow. */
const PERFUSIONS: Readonly<Record<number, Perfusion>> = {
  [STATUS_BITS.green]: 'green',
  [STATUS_BITS.green | STATUS_BITS.red]: 'yellow',
  [STATUS_BITS.red]: 'red',
};

export const decodeStatus = (byte: number): Status => ({
  sensorDisconnected: (byte & STATUS_BITS.sensorDisconnected) !== 0,
  artifact: (byte & STATUS_BITS.artifact) !== 0,
  outOfTrack: (byte & STATUS_BITS.outOfTrack) !== 0,
  sensorAlarm: (byte & STATUS_BITS.sensorAlarm) !== 0,
  perfusion: PERFUSIONS[byte & (STATUS_BITS.green | STATUS_BITS.red)],
  sync: (byte & STATUS_BITS.sync) !== 0,
});

/** What the byte says, in the words of the document. */
export const statusMarks = (byte: number): string[] => {
  const status = decodeStatus(byte);
  return [
    ...(status.sensorDisconnected ? ['sensor disconnected'] : []),
    ...(status.artifact ? ['artifact'] : []),
    ...(status.outOfTrack ? ['out of track'] : []),
    ...(status.sensorAlarm ? ['sensor alarm'] : []),
    ...(status.perfusion === undefined ? [] : [`${status.perfusion} perfusion`]),
    ...(status.sync ? ['sync'] : []),
  ];
};

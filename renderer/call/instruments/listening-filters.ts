/** How the physician listens: everything, or as with one of the two heads of a stethoscope. */
export const LISTENING_FILTERS = ['wide', 'bell', 'diaphragm'] as const;
export type ListeningFilter = (typeof LISTENING_FILTERS)[number];

/** One second-order section, as `BiquadFilterNode` takes it: its `Q` is in decibels for these two types. */
export interface FilterSection {
  readonly type: 'lowpass' | 'highpass';
  readonly frequency: number;
  readonly Q: number;
}

/** Quality of the two sections of a Butterworth filter of the fourth order, in decibels. */
const BUTTERWORTH_4 = [0.541_196, 1.306_563].map((quality) => 20 * Math.log10(quality));

const fourthOrder = (type: FilterSection['type'], frequency: number): readonly FilterSection[] =>
  BUTTERWORTH_4.map((Q) => ({ type, frequency, Q }));

/**
 * The ranges that makers of electronic stethoscopes give: a bell brings out 20 to 200 Hz, a diaphragm what is above 100 Hz.
 * 24 dB an octave beyond; nothing is amplified.
 */
export const FILTER_SECTIONS: Readonly<Record<ListeningFilter, readonly FilterSection[]>> = {
  wide: [],
  bell: fourthOrder('lowpass', 200),
  diaphragm: fourthOrder('highpass', 100),
};

import { expect, it } from 'vitest';
import { FILTER_SECTIONS, type FilterSection, type ListeningFilter } from './listening-filters.ts';

/** Gain in decibels of one section at a frequency, as `BiquadFilterNode` is specified (Web Audio 1.0, 1.13.5), at 48 kHz. */
const sectionGain = ({ type, frequency, Q }: FilterSection, hertz: number): number => {
  const at = (2 * Math.PI * hertz) / 48_000;
  const corner = (2 * Math.PI * frequency) / 48_000;
  const alpha = Math.sin(corner) / (2 * 10 ** (Q / 20));
  const cos = Math.cos(corner);
  const sign = type === 'lowpass' ? -1 : 1;
  const b = [(1 + sign * cos) / 2, -sign * (1 + sign * cos), (1 + sign * cos) / 2] as const;
  const a = [1 + alpha, -2 * cos, 1 - alpha] as const;
  const size = ([zero, one, two]: readonly [number, number, number]): number =>
    Math.hypot(
      zero + one * Math.cos(at) + two * Math.cos(2 * at),
      one * Math.sin(at) + two * Math.sin(2 * at),
    );
  return 20 * Math.log10(size(b) / size(a));
};
const gain = (filter: ListeningFilter, hertz: number): number =>
  FILTER_SECTIONS[filter].reduce((sum, section) => sum + sectionGain(section, hertz), 0);

it('brings out low sounds as a bell and high ones as a diaphragm, and amplifies nothing', () => {
  const near = (filter: ListeningFilter, hertz: number, decibels: number) =>
    expect(gain(filter, hertz), `${filter} ${hertz}`).toBeCloseTo(decibels, 0);
  near('bell', 30, 0);
  near('bell', 100, 0);
  near('bell', 200, -3);
  near('bell', 400, -24);
  near('diaphragm', 50, -24);
  near('diaphragm', 100, -3);
  near('diaphragm', 300, 0);
  for (const filter of ['wide', 'bell', 'diaphragm'] as const)
    for (let hertz = 20; hertz < 2_000; hertz += 10) expect(gain(filter, hertz)).toBeLessThan(0.01);
});

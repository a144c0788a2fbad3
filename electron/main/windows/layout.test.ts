import { describe, expect, it } from 'vitest';
import { layOutWindows } from './layout.ts';

const screen = (width: number, height: number, x = 0) => ({ x, y: 0, width, height });

describe('the windows', () => {
  it('stand each on its display', () => {
    const layout = layOutWindows({
      displays: [screen(1_920, 1_080), screen(1_280, 800, 1_920)],
      windowed: false,
    });
    expect(layout.patient).toEqual(screen(1_920, 1_080));
    expect(layout.assistant).toEqual(screen(1_280, 800, 1_920));
    expect(layout.framed).toBe(false);
  });

  it('stand side by side on one wide display', () => {
    const { patient, assistant } = layOutWindows({ displays: [screen(3_840, 2_160)], windowed: false });
    expect(patient).toEqual(screen(1_920, 1_080));
    expect(assistant.x).toBe(1_920);
  });

  it('fit on a laptop, framed', () => {
    const layout = layOutWindows({ displays: [screen(1_440, 900)], windowed: false });
    expect(layout.framed).toBe(true);
    expect(layout.patient.width).toBeLessThanOrEqual(1_440);
    expect(layout.patient.width / layout.patient.height).toBeCloseTo(16 / 9, 1);
  });
});

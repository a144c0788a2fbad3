import { describe, expect, it } from 'vitest';
import { linePictureBytes, pictureStep } from './line-pictures.ts';

describe('pictures on a thin line', () => {
  it('are as large as a third of the line carries in five seconds, within bounds', () => {
    expect(linePictureBytes(undefined)).toBe(3_000);
    expect(linePictureBytes(10_000)).toBe(3_000);
    expect(linePictureBytes(40_000)).toBe(7_500);
    expect(linePictureBytes(2_000_000)).toBe(16_000);
  });

  it('follow one another every five seconds, never two at a time', () => {
    const free = { underWay: false, gotNone: false };
    const busy = { underWay: true, gotNone: false };
    expect(pictureStep(undefined, free)).toBe('take');
    expect(pictureStep(4_900, free)).toBe('wait');
    expect(pictureStep(5_000, free)).toBe('take');
    expect(pictureStep(8_000, busy)).toBe('wait');
    expect(pictureStep(15_000, busy)).toBe('replace');
  });

  it('are asked for again soon of a camera that showed nothing', () => {
    const none = { underWay: false, gotNone: true };
    expect(pictureStep(400, none)).toBe('wait');
    expect(pictureStep(500, none)).toBe('take');
  });
});

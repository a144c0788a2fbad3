import { expect, it } from 'vitest';
import { MAP_BOX, MAP_POINTS, MAP_VIEWS, nextPoint, pointsOf } from './listening-map.ts';
import { LISTENING_POINTS, type ListeningPoint } from './targets.ts';

/** Radius of a point on the drawing, with its edge. */
const RADIUS = 32;

it('shows every point once, inside the drawing, none over another', () => {
  const shown = MAP_VIEWS.flatMap(pointsOf);
  expect([...shown].sort()).toEqual([...LISTENING_POINTS].sort());
  expect(new Set(LISTENING_POINTS.map((point) => MAP_POINTS[point].mark)).size).toBe(LISTENING_POINTS.length);
  for (const view of MAP_VIEWS) {
    const points = pointsOf(view).map((point) => MAP_POINTS[point]);
    for (const [index, { x, y }] of points.entries()) {
      expect(x - RADIUS).toBeGreaterThan(MAP_BOX.left);
      expect(x + RADIUS).toBeLessThan(MAP_BOX.left + MAP_BOX.width);
      expect(y + RADIUS).toBeLessThan(MAP_BOX.top + MAP_BOX.height);
      for (const other of points.slice(index + 1))
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(2 * RADIUS);
    }
  }
});

it('compares the lungs side by side, and goes round the heart', () => {
  const walk = (from: ListeningPoint): string => {
    const next = nextPoint(from);
    return MAP_POINTS[from].mark + (next === undefined ? '' : walk(next));
  };
  expect([walk('back-1'), walk('aortic')]).toEqual(['12345678', 'APTM']);
});

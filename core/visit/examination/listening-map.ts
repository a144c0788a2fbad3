import { LISTENING_POINTS, type ListeningPoint } from './targets.ts';

/** The two sides of the drawing. */
export const MAP_VIEWS = ['back', 'front'] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** What is listened to at a point. */
export type ListenedOrgan = 'heart' | 'lungs';

export interface MapPoint {
  readonly view: MapView;
  readonly organ: ListenedOrgan;
  /** Written on the drawing and said aloud: no two points share one. */
  readonly mark: string;
  /** Centre on the drawing, in its units (`MAP_BOX`). The back is seen from behind: the patient's left is on the left. */
  readonly x: number;
  readonly y: number;
}

/** The part of the drawing that is shown: left, top, width, height. */
export const MAP_BOX = { left: 45, top: 110, width: 430, height: 400 } as const;

/** Where each point is. Lungs are compared side by side from top to base; heart points are the four classical areas. */
export const MAP_POINTS: Readonly<Record<ListeningPoint, MapPoint>> = {
  'back-1': { view: 'back', organ: 'lungs', mark: '1', x: 208, y: 222 },
  'back-2': { view: 'back', organ: 'lungs', mark: '2', x: 312, y: 222 },
  'back-3': { view: 'back', organ: 'lungs', mark: '3', x: 200, y: 330 },
  'back-4': { view: 'back', organ: 'lungs', mark: '4', x: 320, y: 330 },
  'back-5': { view: 'back', organ: 'lungs', mark: '5', x: 192, y: 440 },
  'back-6': { view: 'back', organ: 'lungs', mark: '6', x: 328, y: 440 },
  'front-1': { view: 'front', organ: 'lungs', mark: '7', x: 176, y: 216 },
  'front-2': { view: 'front', organ: 'lungs', mark: '8', x: 344, y: 216 },
  aortic: { view: 'front', organ: 'heart', mark: 'A', x: 224, y: 278 },
  pulmonary: { view: 'front', organ: 'heart', mark: 'P', x: 296, y: 278 },
  tricuspid: { view: 'front', organ: 'heart', mark: 'T', x: 284, y: 362 },
  mitral: { view: 'front', organ: 'heart', mark: 'M', x: 348, y: 408 },
};

/** The points of one side of the drawing. */
export const pointsOf = (view: MapView): readonly ListeningPoint[] =>
  LISTENING_POINTS.filter((point) => MAP_POINTS[point].view === view);

/** The point after this one, in the order in which an organ is listened to; undefined after the last. */
export const nextPoint = (point: ListeningPoint): ListeningPoint | undefined => {
  const { organ } = MAP_POINTS[point];
  const order = LISTENING_POINTS.filter((other) => MAP_POINTS[other].organ === organ);
  return order[order.indexOf(point) + 1];
};

import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { MAP_BOX, MAP_POINTS, type MapView, pointsOf } from '#core/visit/examination/listening-map.ts';
import type { ListeningPoint } from '#core/visit/examination/targets.ts';
import { Trunk } from './trunk.tsx';

const INK = '#10242C';
const ACTION = '#0D4657';

type MarkProps = { readonly point: ListeningPoint; readonly current: boolean; readonly heard: boolean };

/** One point: lit while it is the one to listen at, ticked once it was heard. */
const Mark = ({ point, current, heard }: MarkProps) => {
  const { x, y, mark } = MAP_POINTS[point];
  if (current) {
    return (
      <>
        <circle cx={x} cy={y} r="43" fill="none" stroke={ACTION} strokeWidth="5" strokeDasharray="9 8" />
        <circle cx={x} cy={y} r="32" fill={ACTION} stroke="#fff" strokeWidth="5" />
        <text x={x} y={y + 13} textAnchor="middle" fontSize="36" fontWeight="700" fill="#fff">
          {mark}
        </text>
      </>
    );
  }
  return (
    <>
      <circle cx={x} cy={y} r="29" fill="#fff" stroke={INK} strokeWidth={heard ? 5 : 4} />
      {heard ? (
        <path
          d={`M${x - 12} ${y + 1}l8 9 16-19`}
          fill="none"
          stroke={INK}
          strokeWidth="6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : (
        <text x={x} y={y + 11} textAnchor="middle" fontSize="31" fontWeight="600" fill={INK}>
          {mark}
        </text>
      )}
    </>
  );
};

type ListeningMapProps = {
  readonly view: MapView;
  readonly current: ListeningPoint | undefined;
  readonly heard: ReadonlySet<ListeningPoint>;
  /** Makes each point a key; without it the drawing only shows. */
  readonly onPoint?: (point: ListeningPoint) => void;
};

const percent = (value: number, of: number): string => `${(100 * value) / of}%`;

/** The trunk with the points of one side. A left lung stays on its side in every language. */
export const ListeningMap = ({ view, current, heard, onPoint }: ListeningMapProps) => {
  const { t } = useTranslation('exam');
  const points = pointsOf(view);
  const { left, top, width, height } = MAP_BOX;
  return (
    <div className="map" dir="ltr">
      <svg
        className="ill"
        viewBox={`${left} ${top} ${width} ${height}`}
        role="img"
        aria-label={t(`drawing.${view}`)}
      >
        <Trunk view={view} />
        {points.map((point) => (
          <Mark key={point} point={point} current={point === current} heard={heard.has(point)} />
        ))}
      </svg>
      {onPoint === undefined
        ? null
        : points.map((point) => {
            const { x, y, mark } = MAP_POINTS[point];
            return (
              <AriaButton
                key={point}
                className="map-key"
                aria-label={t('numbered', { mark, name: t(`point.${point}`) })}
                aria-pressed={point === current}
                style={{ left: percent(x - left, width), top: percent(y - top, height) }}
                onPress={() => onPoint(point)}
              />
            );
          })}
    </div>
  );
};

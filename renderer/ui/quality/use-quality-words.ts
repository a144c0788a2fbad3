import { useTranslation } from 'react-i18next';
import { RUNGS } from '#core/call/ladder/rungs.ts';
import { type LineMeasure, rungOfLine } from '#core/call/line-test.ts';
import type { Level } from '#core/contract/quality.ts';

const LEVELS: readonly Level['rung'][] = [...RUNGS, 'none'];
const MEGABIT = 1_000_000;

/** Words about line and level, in the language of the screen. */
export const useQualityWords = () => {
  const { t } = useTranslation('quality');
  const rate = (bps: number): string =>
    bps >= MEGABIT
      ? t('megabits', { count: Math.round(bps / MEGABIT) })
      : t('kilobits', { count: Math.round(bps / 1_000) });
  const levelWords = ({ rung, reason, strained, released }: Omit<Level, 'muted'>): string => {
    const words = t(`rung.${rung}`);
    if (strained) return t('strained', { rung: words });
    if (reason === undefined) return words;
    const why = t(`reason.${reason}`);
    return released === undefined
      ? t('level', { rung: words, reason: why })
      : t('released', { rung: words, reason: why, forced: t(`rung.${released}`) });
  };
  return {
    t,
    /** One way of the call with its reason: `image réduite (la ligne est lente)`. */
    level: ({ muted, ...level }: Level): string => {
      const said = levelWords(level);
      return muted ? t('muted', { level: said }) : said;
    },
    /** The one of the two that carries less. */
    worse: (a: Level, b: Level): Level => (LEVELS.indexOf(a.rung) >= LEVELS.indexOf(b.rung) ? a : b),
    /** What the line will bear, before the call. */
    line: (measure: LineMeasure): string => t(`line.${rungOfLine(measure)}`),
    /** The figures behind it, and what they do not tell. */
    lineDetail: ({ downBps, upBps, roundTripMs }: LineMeasure): string =>
      t('line.detail', { down: rate(downBps), up: rate(upBps), ms: Math.round(roundTripMs) }),
  };
};

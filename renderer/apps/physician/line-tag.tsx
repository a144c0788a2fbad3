import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cameraFaultIn } from '#core/contract/media-faults.ts';
import { LevelChoice } from '#renderer/ui/quality/level-choice.tsx';
import { useQualityWords } from '#renderer/ui/quality/use-quality-words.ts';
import { SignalBars } from '#renderer/ui/signal-bars.tsx';
import type { ConsultationView } from './view.ts';

/** Round trips, in milliseconds, up to which the link counts as very good, good and fair. */
const LINK_LEVELS = [80, 200, 500] as const;
const linkLevel = (roundTripMs: number): number =>
  4 - LINK_LEVELS.filter((limit) => roundTripMs > limit).length;

/** Both ways of the call, each with its level, its reason and the choice of another. */
const Levels = ({ call, controls }: ConsultationView) => (
  <div className="levels">
    <LevelChoice
      way="incoming"
      level={call.quality.incoming}
      onChoose={(rung) => controls.chooseRung('incoming', rung)}
    />
    <LevelChoice
      way="outgoing"
      level={call.quality.outgoing}
      onChoose={(rung) => controls.chooseRung('outgoing', rung)}
    />
  </div>
);

/** Whether the picture is live and how far the network is, or what comes in its place; touched, both ways of the call with the choice of another level. */
export const LineTag = ({
  live: isLive,
  narrow,
  ...view
}: ConsultationView & {
  readonly live: boolean;
  /** Half the picture's width is all there is: a reduced picture is said rather than the time, which the bars tell too. */
  readonly narrow: boolean;
}) => {
  const { t } = useTranslation('physician');
  const words = useQualityWords();
  const { roundTripMs, quality } = view.call;
  const { rung: sent, reason } = quality.incoming;
  // What is sent of a camera that yields nothing is no picture.
  const rung = sent !== 'none' && cameraFaultIn(view.call.otherFaults) ? 'audio' : sent;
  const isShort = roundTripMs === undefined || (narrow && reason !== undefined);
  const live = isShort ? t('video.live') : t('video.live-delay', { ms: Math.round(roundTripMs) });
  const lowered = words.t(`rung.${rung}`);
  // Why is as much as how: a line that is slow is waited for, a camera that is off is asked about.
  const level =
    reason === undefined || rung === 'none'
      ? lowered
      : words.t('level', { rung: lowered, reason: words.t(`reason.${reason}`) });
  return (
    <details className="tag">
      <summary>
        {roundTripMs === undefined ? null : <SignalBars level={linkLevel(roundTripMs)} />}
        <span>{isLive ? (reason === undefined ? live : t('video.live-level', { live, level })) : level}</span>
        <ChevronDown className="i" aria-hidden />
      </summary>
      <Levels {...view} />
    </details>
  );
};

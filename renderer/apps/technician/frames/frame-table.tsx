import { ArrowLeft, ArrowRight } from 'lucide-react';
import { memo, type UIEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Frame } from '#core/contract/bench.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { decodedText } from '../model/frame-filter.ts';
import { useBenchWords } from '../use-bench-words.ts';

/** Time of day to the millisecond, `09:52:14.016`. */
const timeText = (at: string): string => at.slice(11, 23);

type RowProps = {
  readonly frame: Frame;
  readonly isChosen: boolean;
  readonly onChoose: (number: number) => void;
};

const Row = memo(({ frame, isChosen, onChoose }: RowProps) => {
  const { t } = useBenchWords();
  const Way = frame.direction === 'from-device' ? ArrowLeft : ArrowRight;
  return (
    <tr
      className={classes(isChosen && 'sel')}
      onClick={() => onChoose(frame.number)}
      aria-selected={isChosen}
    >
      <td>
        <code>{timeText(frame.at)}</code>
      </td>
      <td>
        <Way className="i" aria-label={t(`frames.${frame.direction}`)} role="img" />
      </td>
      <td className="hex">
        <code>{frame.hex}</code>
      </td>
      <td className="said">{decodedText(frame)}</td>
    </tr>
  );
});

/** Within so many pixels of its end a list follows what comes. */
const FOLLOWS_WITHIN = 24;

/** Frames, oldest first: bytes and what they say side by side. Follows the newest until somebody scrolls up. */
export const FrameTable = ({ frames }: { readonly frames: readonly Frame[] }) => {
  const { t } = useBenchWords();
  const list = useRef<HTMLDivElement>(null);
  const [follows, setFollows] = useState(true);
  const [chosen, setChosen] = useState<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new frame moves the list
  useLayoutEffect(() => {
    if (follows && list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [frames, follows]);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    const { scrollTop, scrollHeight, clientHeight } = currentTarget;
    setFollows(scrollHeight - scrollTop - clientHeight < FOLLOWS_WITHIN);
  };
  return (
    <div className="framebox">
      {/* Chromium lets the keyboard scroll what scrolls and holds no key. */}
      <section className="rows" ref={list} onScroll={onScroll} aria-label={t('frames.no-device')}>
        <table className="frames">
          <thead>
            <tr>
              <th>{t('frames.time')}</th>
              <th>{t('frames.way')}</th>
              <th>{t('frames.hex')}</th>
              <th>{t('frames.decoded')}</th>
            </tr>
          </thead>
          <tbody>
            {frames.map((frame) => (
              <Row
                key={frame.number}
                frame={frame}
                isChosen={frame.number === chosen}
                onChoose={(number) => setChosen(number === chosen ? undefined : number)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {follows ? null : (
        <Button className="newest" onPress={() => setFollows(true)}>
          {t('frames.newest')}
        </Button>
      )}
    </div>
  );
};

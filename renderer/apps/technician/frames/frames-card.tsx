import { FileText, Pause, Play, Search } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '#renderer/ui/button.tsx';
import type { BenchView } from '../bench.ts';
import { EVERYTHING, fits } from '../model/frame-filter.ts';
import type { FrameLogState } from '../model/frame-log.ts';
import { useBenchWords } from '../use-bench-words.ts';
import { FilterRow } from './filter-row.tsx';
import { FrameTable } from './frame-table.tsx';

const useRate = ({ bench }: BenchView, { deviceId, perSecond, oneOf }: FrameLogState): string => {
  const { t } = useBenchWords();
  if (bench.paused) return t('frames.paused');
  if (perSecond === 0 || deviceId !== bench.watched) return '';
  return oneOf === 1
    ? t('frames.rate', { count: perSecond })
    : t('frames.rate-thinned', { count: perSecond, oneOf });
};

/** What goes over the line of the device that is watched, while it goes. */
export const FramesCard = (view: BenchView) => {
  const words = useBenchWords();
  const { t } = words;
  const { bench, ask, log } = view;
  const [filter, setFilter] = useState(EVERYTHING);
  const [filtering, setFiltering] = useState(false);
  const [copied, setCopied] = useState<number>();
  const state = useStore(log.store);
  const rate = useRate(view, state);
  const device = bench.devices.find(({ id }) => id === bench.watched);
  const frames = state.deviceId === bench.watched ? state.frames.filter((frame) => fits(frame, filter)) : [];
  const isEmpty = state.deviceId !== bench.watched || state.frames.length === 0;

  const copy = async () => {
    const outcome = await ask({ type: 'copy', text: JSON.stringify(frames, null, 1) });
    if (outcome.ok) setCopied(frames.length);
  };
  return (
    <section className="card fr">
      <div className="hrow pad">
        <h2>
          {device === undefined
            ? t('frames.no-device')
            : t('frames.title', { device: words.device(bench, device) })}
        </h2>
        <span className="mut" role="status">
          {copied === undefined ? rate : t('frames.copied', { count: copied })}
        </span>
        <span className="sp" />
        <Button
          pressed={bench.paused}
          icon={bench.paused ? <Play className="i" aria-hidden /> : <Pause className="i" aria-hidden />}
          onPress={() => {
            setCopied(undefined);
            void ask({ type: 'pause', paused: !bench.paused });
          }}
        >
          {bench.paused ? t('frames.resume') : t('frames.pause')}
        </Button>
        <Button
          pressed={filtering}
          icon={<Search className="i" aria-hidden />}
          onPress={() => {
            setFiltering(!filtering);
            setFilter(EVERYTHING);
          }}
        >
          {t('frames.filter')}
        </Button>
        <Button icon={<FileText className="i" aria-hidden />} onPress={() => void copy()}>
          {t('frames.copy')}
        </Button>
      </div>
      {filtering ? <FilterRow filter={filter} onChange={setFilter} /> : null}
      {frames.length === 0 ? (
        <p className="empty mut">{isEmpty ? t('frames.none') : t('frames.none-fit')}</p>
      ) : (
        <FrameTable frames={frames} />
      )}
      <p className="foot mut">{t('frames.masked')}</p>
    </section>
  );
};

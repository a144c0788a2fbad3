import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { itemBeingTaken } from '#core/visit/examination/examination.ts';
import { MAP_POINTS, MAP_VIEWS, type MapView, nextPoint } from '#core/visit/examination/listening-map.ts';
import type { ListeningPoint } from '#core/visit/examination/targets.ts';
import { LISTENING_FILTERS } from '#renderer/call/instruments/listening-filters.ts';
import { ListeningMap } from '#renderer/ui/auscultation/listening-map.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { useNow } from '#renderer/ui/staff/use-now.ts';
import { heardPoints, openExamOf } from '../model/exam-state.ts';
import type { ConsultationView } from '../view.ts';
import { ExamSide, FinishKey, KeptList } from './exam-side.tsx';
import { HeadphonesLine } from './headphones-line.tsx';
import { keptItems } from './kept-items.ts';
import { KeptClip } from './kept-row.tsx';
import { SoundBars } from './sound-bars.tsx';
import { useExamState } from './use-exam-state.ts';
import { useExamWords } from './use-exam-words.ts';

const CLIP_SECONDS = 15;

const FilterKeys = ({ instruments }: Pick<ConsultationView, 'instruments'>) => {
  const { t } = useExamWords('');
  const filter = useStore(instruments.listening.store, (state) => state.filter);
  return (
    <fieldset className="seg" aria-label={t('physician.filter.label')}>
      {LISTENING_FILTERS.map((one) => (
        <Button key={one} pressed={one === filter} onPress={() => instruments.listening.choose(one)}>
          {t(`physician.filter.${one}`)}
        </Button>
      ))}
    </fieldset>
  );
};

/** The point in use: keep its sound, go on, stop. */
const PointKeys = (view: ConsultationView & { readonly canKeep: boolean; readonly mustKeep: boolean }) => {
  const { visit, actions, canKeep, mustKeep, skewMs } = view;
  const { t } = useExamWords(visit.assistant.givenName);
  const now = useNow(500);
  const open = openExamOf(visit, 'stethoscope');
  if (open === undefined || open.target.instrument !== 'stethoscope') return null;
  const next = nextPoint(open.target.point);
  const taking = itemBeingTaken(visit.examination, open.requestId);
  const againAt = taking?.state.state === 'asked' ? taking.state.againAt : undefined;
  const sinceMs = taking === undefined ? 0 : now + skewMs - Date.parse(againAt ?? taking.askedAt);
  const left = Math.max(0, Math.ceil(CLIP_SECONDS - sinceMs / 1_000));
  return (
    <div className="hrow">
      {next === undefined ? null : (
        <Button
          {...(mustKeep ? {} : { look: 'main' })}
          icon={<ArrowRight className="i" aria-hidden />}
          onPress={() => actions.requestExam({ instrument: 'stethoscope', point: next })}
        >
          {t('physician.next', { mark: MAP_POINTS[next].mark })}
        </Button>
      )}
      {canKeep ? (
        <Button
          {...(mustKeep && { look: 'main' })}
          busy={
            taking === undefined
              ? undefined
              : t(againAt === undefined ? 'physician.keeping' : 'physician.keeping-again', { seconds: left })
          }
          onPress={() => actions.takeItem(open.requestId)}
        >
          {t('physician.keep')}
        </Button>
      ) : null}
      <FinishKey requestId={open.requestId} actions={actions} />
    </div>
  );
};

/** Point by point on the drawing: ask, hear, keep, compare. */
export const ListeningPane = (view: ConsultationView & { readonly start: MapView }) => {
  const { visit, actions, instruments, start } = view;
  const words = useExamWords(visit.assistant.givenName);
  const { t } = words;
  const state = useExamState('stethoscope', view);
  const open = openExamOf(visit, 'stethoscope');
  const current = open?.target.instrument === 'stethoscope' ? open.target.point : undefined;
  const [chosen, setChosen] = useState<MapView>();
  const shown = chosen ?? (current === undefined ? start : MAP_POINTS[current].view);
  const playing = useStore(instruments.listening.store, ({ playing: item }) => item !== undefined);
  const soundHeld = useStore(instruments.listening.store, ({ soundHeld: held }) => held);
  /** It comes, and the browser lets nobody hear it. */
  const muted = soundHeld && (state.state === 'live' || state.state === 'spoilt');
  const live = state.state === 'live' && !muted;
  const spoilt = state.state === 'spoilt';
  /** The line fails the live sound: what can be trusted is the recording. */
  const mustKeep = spoilt || state.state === 'held';
  const unheard = muted ? words.staff.fault('SOUND_HELD', 'physician') : words.state(state, false);
  const told = playing ? t('physician.playing') : unheard;
  const ask = (point: ListeningPoint) => {
    setChosen(undefined);
    if (point !== current) actions.requestExam({ instrument: 'stethoscope', point });
  };
  return (
    <section className="card exam ausc" aria-label={words.t('role.stethoscope')}>
      <div className="map-side">
        <Plate fit="bleed">
          <ListeningMap
            view={shown}
            current={current}
            heard={heardPoints(visit)}
            {...(state.state === 'closed' ? {} : { onPoint: ask })}
          />
        </Plate>
        <fieldset className="seg" aria-label={t(`drawing.${shown}`)}>
          {MAP_VIEWS.map((one) => (
            <Button key={one} pressed={one === shown} onPress={() => setChosen(one)}>
              {t(`view.${one}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      <ExamSide
        state={state}
        target={
          current === undefined ? undefined : words.target({ instrument: 'stethoscope', point: current })
        }
        told={live && !playing ? `${told} ${t('physician.raw')}` : told}
      >
        <SoundBars
          listening={instruments.listening}
          running={live || spoilt || playing}
          label={t('physician.wave')}
        />
        <div className="hrow">
          <FilterKeys {...view} />
        </div>
        <PointKeys {...view} canKeep={(live || muted || mustKeep) && !playing} mustKeep={mustKeep} />
        <HeadphonesLine listening={view.instruments.listening} />
        <KeptList items={keptItems(visit, 'stethoscope')} look="clips">
          {(item) => <KeptClip key={item.itemId} {...view} item={item} />}
        </KeptList>
      </ExamSide>
    </section>
  );
};

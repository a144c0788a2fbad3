import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ExamRequest } from '#core/visit/examination/examination.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { ExamDrawing, examKind } from '#renderer/ui/auscultation/exam-drawing.tsx';
import { useSiteWords } from '#renderer/ui/auscultation/use-site-words.ts';
import { Plate } from '#renderer/ui/plate.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { useServices } from '../services.ts';
import { ExamView, isLooking, SightKey } from './exam-view.tsx';

/** The instrument that is asked for or in use; a measure that runs or failed goes first. */
export const examOf = ({ exam, capture }: PatientProjection): ExamRequest | undefined =>
  capture === undefined || capture.phase.phase === 'kept' ? exam?.request : undefined;

/** What the physician gets of it now: never more than the line carries. */
const useReceived = ({ status, instrument, target }: ExamRequest) => {
  const { call } = useServices();
  const { state, quality, listeningHeld } = useStore(call.store);
  if (status.status !== 'accepted' || instrument?.state !== 'live') return undefined;
  const linked = state === 'connected';
  if (target.instrument === 'stethoscope') {
    if (!linked) return 'unheard' as const;
    return listeningHeld ? ('held' as const) : ('heard' as const);
  }
  const { rung } = quality.outgoing;
  const carried = rung !== 'stills' && rung !== 'audio' && rung !== 'none';
  return linked && carried ? ('seen' as const) : ('unseen' as const);
};

type ExamCardProps = {
  readonly projection: PatientProjection;
  readonly request: ExamRequest;
  /** The person does not want to see it. */
  readonly hidden: boolean;
  readonly onHidden: (hidden: boolean) => void;
};

/**
 * What the physician listens to or looks at: one sentence, then the place on a drawing, or what the camera sees, and whether it is heard or
 * seen now.
 */
export const ExamCard = ({ projection, request, hidden, onHidden }: ExamCardProps) => {
  const { t } = useTranslation(['exam', 'patient']);
  const { place } = useSiteWords();
  const received = useReceived(request);
  const { target, status } = request;
  const kind = examKind(target);
  const isSkin = target.instrument === 'exam-camera' && target.site === 'skin';
  const looking = isLooking(request);
  const taking = looking && (projection.exam?.toTake.length ?? 0) > 0;
  const sentence = () => {
    if (taking) return t('patient.taking');
    return status.status === 'accepted'
      ? t(`patient.accepted.${kind}`)
      : t('patient.asked', { name: projection.assistant.givenName });
  };
  return (
    <section className="card req">
      <div className="head">
        <p className="eyebrow">
          {received === undefined ? t('patient:call.asks') : t(`patient.${received}`)}
        </p>
        <h2>{t(`patient.title.${kind}`, { place: isSkin ? place(target.place) : '' })}</h2>
      </div>
      <div className="say-row">
        <Sentence text={sentence()} />
        {looking ? <SightKey hidden={hidden} onHidden={onHidden} /> : null}
      </div>
      {looking && !hidden ? (
        <ExamView key={request.requestId} request={request} />
      ) : (
        <Plate>
          <ExamDrawing target={target} />
        </Plate>
      )}
    </section>
  );
};

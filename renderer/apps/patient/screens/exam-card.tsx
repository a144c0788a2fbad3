import { useTranslation } from 'react-i18next';
import type { ExamRequest } from '#core/visit/examination/examination.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { ExamDrawing, examKind } from '#renderer/ui/auscultation/exam-drawing.tsx';
import { useSiteWords } from '#renderer/ui/auscultation/use-site-words.ts';
import { Plate } from '#renderer/ui/plate.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';

/** The instrument that is asked for or in use; a measure that runs or failed goes first. */
export const examOf = ({ exam, capture }: PatientProjection): ExamRequest | undefined =>
  capture === undefined || capture.phase.phase === 'kept' ? exam?.request : undefined;

/** What the physician listens to or looks at: one sentence, the place on a drawing, and whether it is heard or seen now. */
export const ExamCard = ({ projection }: { readonly projection: PatientProjection }) => {
  const { t } = useTranslation(['exam', 'patient']);
  const { place } = useSiteWords();
  const request = examOf(projection);
  if (request === undefined) return null;
  const kind = examKind(request.target);
  const live = request.status.status === 'accepted' && request.instrument?.state === 'live';
  const { target } = request;
  const isSkin = target.instrument === 'exam-camera' && target.site === 'skin';
  const now = request.target.instrument === 'stethoscope' ? t('patient.heard') : t('patient.seen');
  return (
    <section className="card req">
      <div className="head">
        <p className="eyebrow">{live ? now : t('patient:call.asks')}</p>
        <h2>{t(`patient.title.${kind}`, { place: isSkin ? place(target.place) : '' })}</h2>
      </div>
      <Sentence
        text={
          request.status.status === 'accepted'
            ? t(`patient.accepted.${kind}`)
            : t('patient.asked', { name: projection.assistant.givenName })
        }
      />
      <Plate>
        <ExamDrawing target={request.target} />
      </Plate>
    </section>
  );
};

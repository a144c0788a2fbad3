import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import type { RequestView } from '#core/visit/projections/shared.ts';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { CaptureBody } from '../capture/capture-body.tsx';
import { CapturePicture } from '../capture/capture-picture.tsx';

const sentenceOf = (status: RequestView['status']) => {
  switch (status.status) {
    case 'asked':
      return 'call.request-asked' as const;
    case 'accepted':
      return 'call.request-accepted' as const;
    case 'done':
      return 'call.request-done' as const;
    case 'declined':
      return 'call.request-declined' as const;
    default:
      return assertNever(status);
  }
};

/** A reading that is kept gives way to whatever is asked for after it. */
const captureToShow = ({ capture, request }: PatientProjection) =>
  capture?.phase.phase === 'kept' && request !== undefined ? undefined : capture;

/** What the physician asks for, beside their picture: the drawing, then the device answering. */
export const RequestCard = ({ projection }: { readonly projection: PatientProjection }) => {
  const { t } = useTranslation(['patient', 'common']);
  const { request, assistant } = projection;
  const capture = captureToShow(projection);
  const measure = capture?.measure ?? request?.measure;
  if (measure === undefined) return null;
  const asks = request !== undefined && (capture === undefined || capture.requestId === request.requestId);
  const eyebrow = asks ? t('call.asks') : undefined;
  if (capture !== undefined) {
    return (
      <section className="card req live-now">
        <CaptureBody projection={projection} capture={capture} eyebrow={eyebrow} compact />
      </section>
    );
  }
  return (
    <section className="card req">
      <div className="head">
        <p className="eyebrow">{eyebrow}</p>
        <h2>{t('call.request-title', { measure: t(`common:measure.${measure}`) })}</h2>
      </div>
      {request === undefined ? null : (
        <Sentence text={t(sentenceOf(request.status), { name: assistant.givenName })} />
      )}
      <CapturePicture measure={measure} />
    </section>
  );
};

import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import type { ExamRequest } from '#core/visit/examination/examination.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { useServices } from '../services.ts';

/** A camera in the hand has a picture here too: who holds it stands before this screen. */
export const isLooking = (request: ExamRequest | undefined): request is ExamRequest =>
  request?.status.status === 'accepted' && request.target.instrument === 'exam-camera';

/** What stands in place of the picture; undefined while it is the camera's own, now. */
const holdOf = ({ instrument }: ExamRequest, started: boolean) => {
  if (instrument === undefined) return 'patient.view.opening' as const;
  switch (instrument.state) {
    case 'opening':
      return 'patient.view.opening' as const;
    case 'failed':
      return 'patient.view.lost' as const;
    case 'live':
      if (instrument.warning === 'INSTRUMENT_FROZEN') return 'patient.view.frozen' as const;
      // A black picture is shown as it is, and said to be black.
      return started ? undefined : ('patient.view.opening' as const);
    default:
      return assertNever(instrument);
  }
};

/** The examination camera's picture, whole and as it is: large enough to aim by, covered unless live. */
export const ExamView = ({ request }: { readonly request: ExamRequest }) => {
  const { t } = useTranslation('exam');
  const { exam } = useServices();
  const video = useRef<HTMLVideoElement>(null);
  const [started, setStarted] = useState(false);
  useEffect(() => (video.current === null ? undefined : exam.attach(video.current)), [exam]);
  const hold = holdOf(request, started);
  const { instrument } = request;
  const black = instrument?.state === 'live' && instrument.warning === 'INSTRUMENT_BLACK';
  const simulated = instrument?.state === 'live' && instrument.simulated;
  const sign = hold !== undefined ? 'not-live' : black ? 'black' : 'live';
  return (
    <div className="exam-view">
      <video
        ref={video}
        aria-label={t('physician.exam')}
        muted
        autoPlay
        playsInline
        onEmptied={() => setStarted(false)}
        onLoadedData={() => setStarted(true)}
      />
      {hold === undefined ? null : (
        <p className="held" role="status">
          {t(hold)}
        </p>
      )}
      <p className={classes('sign', sign === 'live' && 'live')}>
        {t(`patient.view.${sign}`)}
        {hold === undefined && simulated ? `, ${t('physician.simulated')}` : null}
      </p>
    </div>
  );
};

type SightKeyProps = { readonly hidden: boolean; readonly onHidden: (hidden: boolean) => void };

/** Takes the picture away from whoever does not want to see it, and brings it back. */
export const SightKey = ({ hidden, onHidden }: SightKeyProps) => {
  const { t } = useTranslation('exam');
  const Icon = hidden ? Eye : EyeOff;
  return (
    <Button icon={<Icon className="i" aria-hidden />} onPress={() => onHidden(!hidden)}>
      {t(hidden ? 'patient.view.show' : 'patient.view.hide')}
    </Button>
  );
};

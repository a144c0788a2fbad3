import { Check, CircleDot, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleOf } from '#core/instruments/bindings.ts';
import { assertNever } from '#core/result.ts';
import { type ExamRequest, isMoving, itemBeingTaken } from '#core/visit/examination/examination.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { ExamDrawing, examKind } from '#renderer/ui/auscultation/exam-drawing.tsx';
import { PlaceDialog } from '#renderer/ui/auscultation/place-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { CabinView } from './cabin.ts';
import { SkipDialog } from './dialogs/skip-dialog.tsx';
import { TaskFrame } from './task-frame.tsx';
import { useExamTitle } from './use-exam-title.ts';

type ExamTaskProps = CabinView & { readonly request: ExamRequest };

const CHECKS = ['first', 'second', 'third'] as const;

/** What the instrument does, or what is wrong with it; several candidates are keys. */
const InstrumentLine = (props: ExamTaskProps) => {
  const { request, ask } = props;
  const { t } = useTranslation('exam');
  const staff = useStaffWords();
  const { instrument, status, requestId } = request;
  if (status.status !== 'accepted' || instrument === undefined)
    return (
      <p className="mut">
        {t(`assistant.instrument.${isMoving(props.visit.examination, request) ? 'moving' : 'waiting'}`)}
      </p>
    );
  switch (instrument.state) {
    case 'opening':
      return (
        <p className="mut" role="status">
          {t('assistant.instrument.opening')}
        </p>
      );
    case 'live':
      return instrument.warning === undefined ? (
        <p className="on-air" role="status">
          <CircleDot className="i" aria-hidden />
          <span>
            {instrument.simulated
              ? t('assistant.instrument.simulated')
              : t('assistant.instrument.live', { device: instrument.device })}
          </span>
        </p>
      ) : (
        <div className="fix" role="alert">
          <TriangleAlert className="i" aria-hidden />
          <span>{staff.fault(instrument.warning, 'assistant')}</span>
        </div>
      );
    case 'failed':
      return (
        <>
          <div className="fix" role="alert">
            <TriangleAlert className="i" aria-hidden />
            <span>{staff.fault(instrument.code, 'assistant')}</span>
          </div>
          {instrument.candidates.map(({ deviceId, label }, index) => (
            <Button
              key={deviceId}
              onPress={() => void ask({ type: 'choose-instrument', requestId, deviceId })}
            >
              {t('assistant.candidate', { label, number: index + 1 })}
            </Button>
          ))}
        </>
      );
    default:
      return assertNever(instrument);
  }
};

/** The skin is in the assistant's sight: where it is not what was asked for, its pictures get the right name. */
const CorrectPlace = ({ request, ask }: ExamTaskProps) => {
  const { t } = useTranslation('exam');
  const [choosing, setChoosing] = useState(false);
  const { target, requestId } = request;
  if (target.instrument !== 'exam-camera' || target.site !== 'skin') return null;
  return (
    <>
      <Button onPress={() => setChoosing(true)}>{t('assistant.place')}</Button>
      {choosing ? (
        <PlaceDialog
          title={t('place.correct')}
          current={target.place}
          onPick={(place) => void ask({ type: 'correct-exam-place', requestId, place })}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
};

const ExamKeys = (props: ExamTaskProps & { readonly onCannot: () => void }) => {
  const { request, ask, onCannot } = props;
  const { t } = useTranslation('exam');
  const { requestId } = request;
  if (request.status.status === 'asked') {
    return (
      <>
        <Button
          look="main"
          className="wide2"
          icon={<Check className="i" aria-hidden />}
          onPress={() => void ask({ type: 'accept-exam', requestId })}
        >
          {t(isMoving(props.visit.examination, request) ? 'assistant.placed' : 'assistant.accept')}
        </Button>
        <Button onPress={onCannot}>{t('assistant.cannot')}</Button>
      </>
    );
  }
  return (
    <>
      <span className="accepted">
        <Check className="i" aria-hidden /> {t('assistant.accepted')}
      </span>
      <Button onPress={() => void ask({ type: 'finish-exam', requestId })}>{t('assistant.finish')}</Button>
      <Button onPress={onCannot}>{t('assistant.cannot')}</Button>
    </>
  );
};

/** Put the instrument where the physician wants it: the place on a drawing, what to look at, what the instrument does. */
export const ExamTask = (props: ExamTaskProps) => {
  const { visit, ask, request } = props;
  const { t } = useTranslation('exam');
  const { t: assistant } = useTranslation('assistant');
  const [declining, setDeclining] = useState(false);
  const title = useExamTitle()(request.target);
  const taking = itemBeingTaken(visit.examination, request.requestId)?.state;
  const isAgain = taking?.state === 'asked' && taking.againAt !== undefined;
  const { instrument } = request;
  const isChoosing = instrument?.state === 'failed' && instrument.candidates.length > 0;
  const camera = roleOf(request.target) !== 'stethoscope';
  return (
    <TaskFrame
      eyebrow={assistant(request.status.status === 'accepted' ? 'request.accepted' : 'request.asked', {
        physician: visit.physician?.name ?? assistant('request.a-physician'),
        time: formatTimeOfDay(request.askedAt),
      })}
      title={title}
      keys={<ExamKeys {...props} onCannot={() => setDeclining(true)} />}
    >
      <div className="mid">
        {isChoosing ? null : (
          <div className="where-drawn">
            <Plate>
              <ExamDrawing target={request.target} examination={visit.examination} />
            </Plate>
            <CorrectPlace {...props} />
          </div>
        )}
        <div className={isChoosing ? 'points choosing' : 'points'}>
          {request.target.instrument === 'stethoscope' ? (
            <p className="where">{t(`point.${request.target.point}`)}</p>
          ) : null}
          {isChoosing ? null : (
            <ul className="chk" aria-label={title}>
              {CHECKS.map((check) => (
                <li key={check}>
                  <CircleDot className="i" aria-hidden />
                  <span>{t(`assistant.check.${examKind(request.target)}.${check}`)}</span>
                </li>
              ))}
            </ul>
          )}
          {taking !== undefined ? (
            <div className="fix" role="status">
              <TriangleAlert className="i" aria-hidden />
              <span>{t(`assistant.taking.${isAgain ? 'again' : camera ? 'camera' : 'stethoscope'}`)}</span>
            </div>
          ) : (
            <InstrumentLine {...props} />
          )}
        </div>
      </div>
      <SkipDialog
        isOpen={declining}
        title={t('assistant.cannot-title')}
        onClose={() => setDeclining(false)}
        onPick={(reason) => void ask({ type: 'decline-exam', requestId: request.requestId, reason })}
      />
    </TaskFrame>
  );
};

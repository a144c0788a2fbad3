import { IdCard, Pencil, RotateCcw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { valuesShown } from '#core/contract/live.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { CaptureView } from '#core/visit/projections/shared.ts';
import type { Measure } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PortraitDoctor } from '#renderer/ui/illustrations/portrait-doctor.tsx';
import { WelcomeScene } from '#renderer/ui/illustrations/welcome-scene.tsx';
import { MeasureDrawing } from '#renderer/ui/staff/measure-drawing.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { WordsNote } from '#renderer/ui/trust/words-note.tsx';
import type { CabinView } from './cabin.ts';
import { ExclusionsDialog } from './dialogs/exclusions-dialog.tsx';
import { HandEntryDialog } from './dialogs/hand-entry-dialog.tsx';
import { IdentityDialog } from './dialogs/identity-dialog.tsx';
import { ParticularsDialog } from './dialogs/particulars-dialog.tsx';
import { LanguageKey } from './language-key.tsx';
import { correctionOf } from './model/correction.ts';
import { currentTask } from './model/current-task.ts';

const IDENTITY_STAGES: readonly AssistantProjection['stage'][] = [
  'consents',
  'declined',
  'reason',
  'measures',
  'waiting',
  'physician-card',
  'call',
];

/** Where a physician is waited for or there: what speaks against remote care is told to one. */
const DOUBT_STAGES: readonly AssistantProjection['stage'][] = ['waiting', 'physician-card', 'call'];

const MiniPicture = ({ visit }: { readonly visit: AssistantProjection }) => {
  if (visit.capture !== undefined) return <MeasureDrawing measure={visit.capture.measure} cover />;
  return visit.stage === 'call' || visit.stage === 'physician-card' ? (
    <PortraitDoctor cover />
  ) : (
    <WelcomeScene cover />
  );
};

const useMiniWords = (visit: AssistantProjection) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const { t: papers } = useTranslation('papers');
  const title =
    visit.capture === undefined ? t(`stage.${visit.stage}`) : staff(`measure.${visit.capture.measure}`);
  if (visit.emergency !== undefined) return { title: t('emergency.title'), hint: t('mirror.emergency') };
  if (visit.paused) return { title, hint: t('mirror.paused') };
  const { step } = visit.papers;
  if (visit.stage === 'goodbye' && step !== 'over') return { title, hint: papers(`patient.${step}.title`) };
  const phase: CaptureView['phase'] | undefined = visit.capture?.phase;
  return { title, hint: phase === undefined ? t(`mirror.hint.${visit.stage}`) : t(`mirror.${phase.phase}`) };
};

const Mini = ({ visit, live }: CabinView) => {
  const staff = useStaffWords();
  const { title, hint } = useMiniWords(visit);
  const { capture } = visit;
  const { feedback } = live;
  const values = feedback === undefined ? undefined : valuesShown(feedback);
  const told =
    capture?.phase.phase === 'measuring' && values !== undefined ? staff.line(capture.measure, values) : hint;
  return (
    <div className="mini">
      <span className="pic">
        <MiniPicture visit={visit} />
      </span>
      <span>
        <b>{title}</b>
        {told}
      </span>
    </div>
  );
};

const FixBox = ({ label, children }: { readonly label: string; readonly children: string }) => (
  <div className="fix" role="status">
    <TriangleAlert className="i" aria-hidden />
    <span>
      <b>{label}</b> {children}
    </span>
  </div>
);

/** From here on the physician waits for picture and sound: what is mended at once is not missed later. */
const CALL_STAGES: readonly AssistantProjection['stage'][] = ['physician-card', 'call'];

/** What the assistant can put right now, at the device that measures, at camera and microphone; and what is wrong at the physician's. */
const Fix = ({ visit, live, quality: { call } }: CabinView) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const correction = visit.capture === undefined ? undefined : correctionOf(visit.capture, live.feedback);
  const shown = CALL_STAGES.includes(visit.stage) ? call : undefined;
  return (
    <>
      {correction === undefined ? null : <FixBox label={t('fix.label')}>{t(`fix.${correction}`)}</FixBox>}
      {shown?.faults.map((code) => (
        <FixBox key={code} label={t('fix.label')}>
          {staff.fault(code, 'assistant')}
        </FixBox>
      ))}
      {shown?.physicianFaults.map((code) => (
        <FixBox key={`physician ${code}`} label={t('fix.physician')}>
          {staff.found(code, 'physician', 'assistant')}
        </FixBox>
      ))}
    </>
  );
};

/** What the person sees now, what to correct, and the assistant's hand on it. */
export const Mirror = (view: CabinView) => {
  const { visit, ask, quality } = view;
  const { t } = useTranslation('assistant');
  const [hand, setHand] = useState<Measure>();
  const [correcting, setCorrecting] = useState(false);
  const [completing, setCompleting] = useState(false);
  const [doubting, setDoubting] = useState(false);
  const task = currentTask(visit);
  const measure = task.task === 'measure' ? task.measure : undefined;
  const phase = task.task === 'measure' ? task.capture?.phase.phase : undefined;
  return (
    <section className="card mir" aria-label={t('mirror.title')}>
      <h2>{t('mirror.title')}</h2>
      <Mini {...view} />
      <Fix {...view} />
      {measure !== undefined && phase === 'kept' ? (
        <Button
          icon={<RotateCcw className="i" aria-hidden />}
          onPress={() => void ask({ type: 'restart-capture', measure })}
        >
          {t('capture.again')}
        </Button>
      ) : null}
      {measure === undefined || phase === 'kept' ? null : (
        <Button icon={<Pencil className="i" aria-hidden />} onPress={() => setHand(measure)}>
          {t('capture.hand')}
        </Button>
      )}
      {measure === undefined && visit.identity !== undefined && IDENTITY_STAGES.includes(visit.stage) ? (
        <Button icon={<IdCard className="i" aria-hidden />} onPress={() => setCorrecting(true)}>
          {t('particulars.file')}
        </Button>
      ) : null}
      {quality.trust.state === 'proven' && visit.physician !== undefined ? (
        <WordsNote words={quality.trust.words} language={visit.language} reader="assistant" />
      ) : null}
      <span className="sp" />
      <LanguageKey {...view} />
      {hand === undefined ? null : (
        <HandEntryDialog
          measure={hand}
          assistantName={visit.assistant.name}
          ask={ask}
          onClose={() => setHand(undefined)}
        />
      )}
      {completing ? <ParticularsDialog visit={visit} ask={ask} onClose={() => setCompleting(false)} /> : null}
      {doubting && DOUBT_STAGES.includes(visit.stage) ? (
        <ExclusionsDialog visit={visit} ask={ask} onClose={() => setDoubting(false)} />
      ) : null}
      {correcting ? (
        <IdentityDialog
          known={visit.identity}
          ask={ask}
          onClose={() => setCorrecting(false)}
          onComplete={() => {
            setCorrecting(false);
            setCompleting(true);
          }}
          doubts={DOUBT_STAGES.includes(visit.stage) ? visit.exclusions.length : undefined}
          onDoubt={() => {
            setCorrecting(false);
            setDoubting(true);
          }}
        />
      ) : null}
    </section>
  );
};

import { DoorClosed, Hand, ImageOff, LoaderCircle, TriangleAlert, UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canChangeConsents } from '#core/visit/consents/changeable.ts';
import type { Absence } from '#core/visit/interruption/interruption.ts';
import { isPrivate } from '#core/visit/privacy/privacy.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import type { HelpView } from '#core/visit/projections/shared.ts';
import { faultsOf } from '#renderer/call/call-faults.ts';
import { foundAt } from '#renderer/i18n/found-at.ts';
import { changeLanguage } from '#renderer/i18n/setup.ts';
import { applyPreferences } from '#renderer/stores/preferences.ts';
import { usePictureWords } from '#renderer/ui/quality/use-picture-words.ts';
import { SimulationBanner } from '#renderer/ui/simulation-banner.tsx';
import { SpeechProvider } from '#renderer/ui/speech/speech-context.tsx';
import { useKeptFocus } from '#renderer/ui/staff/use-kept-focus.ts';
import { useCaptureCue } from './capture/use-capture-cue.ts';
import { ClosedApp } from './closed-app.tsx';
import { AbsenceQuestion } from './screens/absence-question.tsx';
import { AttendanceQuestion } from './screens/attendance-question.tsx';
import { Away } from './screens/away.tsx';
import { CallScreen } from './screens/call.tsx';
import { CallBeside } from './screens/call-company.tsx';
import { Connecting } from './screens/connecting.tsx';
import { Emergency } from './screens/emergency.tsx';
import { GuestQuestion } from './screens/guest-question.tsx';
import { Pause } from './screens/pause.tsx';
import { PrivateTalkQuestion } from './screens/private-talk.tsx';
import { useSend, useServices } from './services.ts';
import { Bar } from './shell/bar.tsx';
import { ConsentsDialog } from './shell/consents-dialog.tsx';
import { RefusalDialog } from './shell/refusal-dialog.tsx';
import { screenTitle } from './shell/screen-title.ts';
import { StopDialog } from './shell/stop-dialog.tsx';
import type { Notice } from './shell/strip.tsx';
import { Top } from './shell/top.tsx';
import { StageScreen } from './stage-screen.tsx';
import { useSigns } from './use-signs.ts';

type VisitProps = {
  readonly projection: PatientProjection;
  /** The main process does not answer: what is shown is the last known. */
  readonly lost: boolean;
};

/** A person who calls and is not heard is told so, and what else they can do. */
const helpWords = ({ step }: HelpView, isPhysicianThere: boolean) =>
  step === 'physician-told' && !isPhysicianThere ? ('help.nobody-else' as const) : (`help.${step}` as const);

const absenceWords = ({ answer }: Absence, stage: PatientProjection['stage']) =>
  answer === 'not-asked' || stage !== 'call'
    ? ('trouble.physician-away' as const)
    : (`absence.told.${answer}` as const);

/** What a person waits for besides the page: the most pressing only. */
const useNotice = ({ projection, lost }: VisitProps): Notice | undefined => {
  const { t } = useTranslation('patient');
  const { t: privacyWords } = useTranslation('privacy');
  const { privacy, help, assistant, physician, absence, weakLine, capture, stage } = projection;
  const { live, call } = useServices();
  const { t: errorWords } = useTranslation(['errors', 'other-end']);
  const snapshot = useStore(call.store);
  const picture = usePictureWords(snapshot);
  const own = faultsOf(snapshot).map((code) => foundAt(code, 'cabin', 'patient'));
  const [fault] = [...own, ...snapshot.otherFaults.map((code) => foundAt(code, 'physician', 'patient'))];
  const link = useStore(live.store, (state) => state.link);
  const name = assistant.givenName;
  if (lost) return { icon: LoaderCircle, text: t('trouble.sentence') };
  if (privacy?.state === 'asked') return { icon: DoorClosed, text: privacyWords('patient.asked', { name }) };
  if (help?.acknowledgedAt !== undefined) return { icon: UserRound, text: t('help.coming', { name }) };
  if (help !== undefined) return { icon: Hand, text: t(helpWords(help, physician !== undefined), { name }) };
  if (absence !== undefined) return { icon: LoaderCircle, text: t(absenceWords(absence, stage), { name }) };
  if (weakLine !== undefined && weakLine.answer !== 'go-on')
    return { icon: ImageOff, text: t(`weak-line.${weakLine.answer}`, { name }) };
  if (capture !== undefined && link === 'lost')
    return { icon: LoaderCircle, text: t('trouble.devices-away') };
  if (stage === 'call' && fault !== undefined) return { icon: TriangleAlert, text: errorWords(fault) };
  if (stage === 'call' && picture !== undefined) return { icon: ImageOff, text: picture };
  return undefined;
};

const Visit = ({ projection, lost }: VisitProps) => {
  const send = useSend();
  const [stopping, setStopping] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const [emergencyAsked, setEmergencyAsked] = useState(false);
  const { stage, assistant, language, emergency, help, paused, site } = projection;
  const inEmergency = emergencyAsked || emergency !== undefined;
  const isAway = projection.attendance === 'away';
  const covered = inEmergency || paused || isAway;
  const root = document.getElementById('root');
  const notice = useNotice({ projection, lost });
  useCaptureCue(projection.capture);
  useSigns(projection);

  // The page's own request ends when the cabin has answered it: from then on the projection says what holds.
  useEffect(() => {
    if (emergency !== undefined) setEmergencyAsked(false);
  }, [emergency]);
  useEffect(() => {
    root?.classList.toggle('em', inEmergency);
  }, [root, inEmergency]);

  const raiseEmergency = () => {
    setEmergencyAsked(true);
    if (emergency === undefined) send({ type: 'raise-emergency' });
  };
  const cover = () => {
    if (inEmergency) {
      return (
        <Emergency
          site={site}
          assistant={assistant}
          emergency={emergency}
          onMistake={() => {
            setEmergencyAsked(false);
            send({ type: 'retract-emergency' });
          }}
        >
          <CallBeside projection={projection} picture />
        </Emergency>
      );
    }
    if (isAway) return <Away name={assistant.givenName} />;
    return paused ? (
      <Pause>
        <CallBeside projection={projection} picture={false} />
      </Pause>
    ) : null;
  };

  return (
    <>
      {projection.simulation ? <SimulationBanner /> : null}
      <Top
        stage={stage}
        assistant={assistant}
        isAlone={isPrivate(projection.privacy)}
        notice={inEmergency ? undefined : notice}
      />
      {covered || stage === 'call' ? null : <StageScreen key={stage} projection={projection} stage={stage} />}
      {stage === 'physician-card' || stage === 'call' ? (
        // Drawn out of sight while the card is read: the first picture waits for no page.
        <CallScreen projection={projection} covered={covered || stage !== 'call'} />
      ) : null}
      {cover()}
      <Bar
        language={language}
        help={help}
        onHelp={() => send({ type: 'ask-help' })}
        onEmergency={raiseEmergency}
        onStop={() => setStopping(true)}
        onLanguage={(next) => send({ type: 'choose-language', language: next })}
      />
      <StopDialog
        isOpen={stopping}
        onClose={() => setStopping(false)}
        assistantName={assistant.givenName}
        running={stage !== 'welcome' && !isAway}
        pausable={stage !== 'welcome' && !covered}
        onConsents={canChangeConsents(stage) ? () => setReviewing(true) : undefined}
      />
      <ConsentsDialog
        isOpen={reviewing && canChangeConsents(stage)}
        consents={projection.consents}
        assistantName={assistant.givenName}
        onClose={() => setReviewing(false)}
      />
      {covered ? null : <GuestQuestion projection={projection} />}
      {covered ? null : <PrivateTalkQuestion projection={projection} />}
      {covered ? null : <AbsenceQuestion projection={projection} />}
      {inEmergency ? null : <AttendanceQuestion projection={projection} />}
      <RefusalDialog />
    </>
  );
};

/** The patient window, whatever the visit is at. */
export const PatientApp = () => {
  const { visit, preferences, speaker } = useServices();
  const { i18n } = useTranslation();
  const mirror = useStore(visit);
  const chosen = useStore(preferences);
  const language = mirror.status === 'connecting' ? 'fr' : mirror.projection.language;

  useKeptFocus(screenTitle);
  useEffect(() => applyPreferences(document.documentElement, chosen), [chosen]);
  useEffect(() => changeLanguage(i18n, language), [i18n, language]);

  return (
    <SpeechProvider language={language} soundOn={chosen.sound} speaker={speaker}>
      {mirror.status === 'connecting' ? (
        <Connecting />
      ) : mirror.projection.access === 'closed' ? (
        <ClosedApp cabin={mirror.projection} lost={mirror.status === 'lost'} />
      ) : (
        <Visit projection={mirror.projection} lost={mirror.status === 'lost'} />
      )}
    </SpeechProvider>
  );
};

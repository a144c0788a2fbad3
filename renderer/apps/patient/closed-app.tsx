import { Hand, LoaderCircle, UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosedCabin } from '#core/visit/projections/closed.ts';
import { SimulationBanner } from '#renderer/ui/simulation-banner.tsx';
import { Closed } from './screens/closed.tsx';
import { Emergency } from './screens/emergency.tsx';
import { useSend } from './services.ts';
import { Bar } from './shell/bar.tsx';
import { RefusalDialog } from './shell/refusal-dialog.tsx';
import { StopDialog } from './shell/stop-dialog.tsx';
import type { Notice } from './shell/strip.tsx';
import { ClosedTop } from './shell/top.tsx';

type ClosedAppProps = {
  readonly cabin: ClosedCabin;
  /** The main process does not answer: what is shown is the last known. */
  readonly lost: boolean;
};

const useNotice = ({ cabin, lost }: ClosedAppProps): Notice | undefined => {
  const { t } = useTranslation('patient');
  if (lost) return { icon: LoaderCircle, text: t('trouble.sentence') };
  if (cabin.help === undefined) return undefined;
  return cabin.help.acknowledgedAt === undefined
    ? { icon: Hand, text: t('closed.help-asked') }
    : { icon: UserRound, text: t('closed.help-coming') };
};

/** The patient's window while nobody can begin a visit. */
export const ClosedApp = ({ cabin, lost }: ClosedAppProps) => {
  const send = useSend();
  const [stopping, setStopping] = useState(false);
  const [asked, setAsked] = useState(false);
  const notice = useNotice({ cabin, lost });
  const { emergency, help, language, site } = cabin;
  const inEmergency = asked || emergency !== undefined;
  useEffect(() => {
    if (emergency !== undefined) setAsked(false);
  }, [emergency]);
  useEffect(() => {
    document.getElementById('root')?.classList.toggle('em', inEmergency);
  }, [inEmergency]);
  return (
    <>
      {cabin.simulation ? <SimulationBanner /> : null}
      <ClosedTop site={site} notice={inEmergency ? undefined : notice} />
      {inEmergency ? (
        <Emergency
          site={site}
          emergency={emergency}
          onMistake={() => {
            setAsked(false);
            send({ type: 'retract-emergency' });
          }}
        />
      ) : (
        <Closed cabin={cabin} />
      )}
      <Bar
        language={language}
        help={help}
        onHelp={() => send({ type: 'ask-help' })}
        onEmergency={() => {
          setAsked(true);
          if (emergency === undefined) send({ type: 'raise-emergency' });
        }}
        onStop={() => setStopping(true)}
        onLanguage={(next) => send({ type: 'choose-language', language: next })}
      />
      <StopDialog isOpen={stopping} onClose={() => setStopping(false)} running={false} pausable={false} />
      <RefusalDialog />
    </>
  );
};

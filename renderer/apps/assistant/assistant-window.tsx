import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/contract/error-codes.ts';
import type { PeerRefusal } from '#core/contract/identity.ts';
import type { QualityBoard } from '#core/contract/quality.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SimulationBanner } from '#renderer/ui/simulation-banner.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask, CabinKeys, CabinView } from './cabin.ts';
import { AssistantPresence } from './company/part-key.tsx';
import { Footer } from './footer.tsx';
import { Glance } from './glance.tsx';
import { Header } from './header.tsx';
import { Instruments } from './instruments.tsx';
import { Mirror } from './mirror.tsx';
import { TaskCard } from './task-card.tsx';

type RefusalProps = { readonly failure: Failure; readonly onDismiss: () => void };

/** Why the cabin refused, until it is read or something else succeeds; it does not vanish by itself. */
const Refusal = ({ failure, onDismiss }: RefusalProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  return (
    <div className="refusal" role="alert">
      <span>
        <b>{t('refused')}</b> {staff.fault(failure.code, 'assistant')}
      </span>
      <span className="sp" />
      <Button onPress={onDismiss}>{t('dismiss')}</Button>
    </div>
  );
};

/** The physician's end of the call is not proven: it is said as long as it is so. */
const Untrusted = ({ code }: { readonly code: PeerRefusal }) => {
  const staff = useStaffWords();
  return (
    <p className="untrusted" role="alert">
      <ShieldAlert className="i" aria-hidden />
      {staff.fault(code, 'assistant')}
    </p>
  );
};

/** The same of a call of assistant or guest, which leaves the consultation as it is. */
const UntrustedSide = ({ call, code }: QualityBoard['sideRefusals'][number]) => {
  const { t } = useTranslation('company');
  return (
    <p className="untrusted" role="alert">
      <ShieldAlert className="i" aria-hidden />
      {t(`refused-call.${call}`, { why: t(`refused.${code}`), code })}
    </p>
  );
};

/** The assistant's whole window, drawn from the projection. */
export const AssistantWindow = ({ visit, ask, live, keys, newId, part, quality }: CabinView) => {
  const [refusal, setRefusal] = useState<Failure>();
  const askAndTell: Ask = async (command) => {
    const outcome = await ask(command);
    setRefusal(outcome.ok ? undefined : outcome.failure);
    return outcome;
  };
  const chooseAndTell: CabinKeys['chooseDevice'] = async (choice) => {
    const outcome = await keys.chooseDevice(choice);
    setRefusal(outcome.ok ? undefined : outcome.failure);
    return outcome;
  };
  const view: CabinView = { visit, live, ask: askAndTell, keys, newId, part, quality };
  return (
    <div className="as">
      {visit.simulation ? <SimulationBanner /> : null}
      <Header visit={visit} quality={quality} keys={keys}>
        {refusal === undefined ? undefined : (
          <Refusal failure={refusal} onDismiss={() => setRefusal(undefined)} />
        )}
      </Header>
      {quality.trust.state === 'refused' ? <Untrusted code={quality.trust.code} /> : null}
      {quality.sideRefusals.map((refusal) => (
        <UntrustedSide key={refusal.call} {...refusal} />
      ))}
      <Glance visit={visit} />
      <AssistantPresence visit={visit} part={part} />
      <main className="ag">
        <TaskCard {...view} />
        <Mirror {...view} />
        <Instruments visit={visit} quality={quality} onChoose={(choice) => void chooseAndTell(choice)} />
        <Footer {...view} />
      </main>
    </div>
  );
};

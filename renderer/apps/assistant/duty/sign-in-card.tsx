import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Confirmation } from '#core/opening/confirmation.ts';
import type { Candidate, CodeTries, SignIn } from '#core/opening/duty.ts';
import type { Result } from '#core/result.ts';
import { Button } from '#renderer/ui/button.tsx';
import { type CodeAnswer, CodeForm } from '#renderer/ui/staff/code-form.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { type OwnDeviceKeys, OwnDeviceOffer, OwnDeviceWaiting } from './own-device.tsx';
import { PersonChoice } from './person-choice.tsx';

export type SignInCardProps = OwnDeviceKeys & {
  readonly candidates: readonly Candidate[];
  readonly tries: CodeTries;
  /** In a demonstration: the code of each, by their id. */
  readonly demoCodes?: Readonly<Record<string, string>> | undefined;
  readonly signIn: (signIn: SignIn) => Promise<Result<null, Failure>>;
  /** Somebody is asked on a device of their own, or was in vain. */
  readonly confirmation?: Confirmation | undefined;
  /** Words of the key that hands the code in; absent: those that open the cabin. */
  readonly open?: string | undefined;
};

/** Longest reason of a manager (`SignIn`). */
const LONGEST_REASON = 200;

type Step =
  | { readonly step: 'who' }
  | { readonly step: 'code'; readonly person: Candidate }
  /** The premises do not allow this person: a manager may, by name. The code is kept for the moment only. */
  | {
      readonly step: 'manager';
      readonly person: Candidate;
      readonly code: string;
      readonly manager?: Candidate;
    };

const useCodeAnswer = () => {
  const words = useStaffWords();
  return (failure: Failure): CodeAnswer =>
    failure.code === 'CODE_WRONG' ? 'wrong' : { why: words.fault(failure.code, 'assistant') };
};

const DemoCode = ({ code }: { readonly code: string | undefined }) => {
  const { t } = useTranslation('assistant');
  return code === undefined ? null : <p className="fix plain">{t('duty.demo-code', { code })}</p>;
};

/** A named manager lets somebody whom the premises do not allow: why, who, and their code. */
const ManagerStep = ({
  step,
  onStep,
  ...card
}: SignInCardProps & {
  readonly step: Extract<Step, { step: 'manager' }>;
  readonly onStep: (step: Step) => void;
}) => {
  const { t } = useTranslation('assistant');
  const answerOf = useCodeAnswer();
  const [reason, setReason] = useState('');
  const { person, manager } = step;
  const managers = card.candidates.filter((one) => one.manager && one.id !== person.id);
  const why = reason.trim();
  return (
    <>
      <p>{t('duty.premises', { name: person.name })}</p>
      {managers.length === 0 ? <p className="wrong">{t('duty.no-manager')}</p> : null}
      <label className="fld">
        <span>{t('duty.reason')}</span>
        <input
          value={reason}
          maxLength={LONGEST_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {manager === undefined ? (
        <PersonChoice
          candidates={managers}
          onChoose={(chosen) => {
            if (why !== '') onStep({ ...step, manager: chosen });
          }}
        />
      ) : (
        <>
          <h2>{manager.name}</h2>
          <DemoCode code={card.demoCodes?.[manager.id]} />
          <CodeForm
            tries={card.tries}
            open={t('duty.allow')}
            submit={async (code) => {
              const outcome = await card.signIn({
                personId: person.id,
                code: step.code,
                allowedBy: { personId: manager.id, code, reason: why },
              });
              return outcome.ok ? 'taken' : answerOf(outcome.failure);
            }}
          />
        </>
      )}
    </>
  );
};

/** Who opens the cabin, and their own code. */
export const SignInCard = (card: SignInCardProps) => {
  const { t } = useTranslation('assistant');
  const answerOf = useCodeAnswer();
  const [only] = card.candidates;
  const first: Step =
    card.candidates.length === 1 && only !== undefined && only.obstacle !== 'training-expired'
      ? { step: 'code', person: only }
      : { step: 'who' };
  const [step, setStep] = useState<Step>(first);
  const { confirmation } = card;
  // A window that was loaded again goes on showing the number that somebody compares.
  if (confirmation?.state === 'waiting') {
    const name = card.candidates.find(({ id }) => id === confirmation.personId)?.name;
    return (
      <>
        <h2>{name}</h2>
        <OwnDeviceWaiting
          waiting={confirmation}
          isDemo={card.demoCodes !== undefined}
          onStop={card.stopConfirming}
        />
      </>
    );
  }
  if (step.step === 'who') {
    return (
      <PersonChoice candidates={card.candidates} onChoose={(person) => setStep({ step: 'code', person })} />
    );
  }
  const back =
    first.step === 'who' || step.step === 'manager' ? (
      <Button icon={<ArrowLeft className="i flip" aria-hidden />} onPress={() => setStep(first)}>
        {t('duty.somebody-else')}
      </Button>
    ) : null;
  if (step.step === 'manager') {
    return (
      <>
        <ManagerStep {...card} step={step} onStep={setStep} />
        {back}
      </>
    );
  }
  return (
    <>
      <div className="person-row">
        <h2>{step.person.name}</h2>
        {back}
      </div>
      <DemoCode code={card.demoCodes?.[step.person.id]} />
      <OwnDeviceOffer
        person={step.person}
        confirmation={confirmation}
        onAsk={() => void card.confirmSignIn(step.person.id)}
      />
      <CodeForm
        tries={card.tries}
        open={card.open ?? t('duty.open')}
        submit={async (code) => {
          const outcome = await card.signIn({ personId: step.person.id, code });
          if (outcome.ok) return 'taken';
          if (outcome.failure.code === 'PREMISES_NOT_ALLOWED') {
            setStep({ step: 'manager', person: step.person, code });
            return 'taken';
          }
          return answerOf(outcome.failure);
        }}
      />
    </>
  );
};

import { assertNever } from '#core/result.ts';
import type { Stage } from '#core/visit/words.ts';
import type { CabinView } from '../cabin.ts';
import { CallStep } from './call-step.tsx';
import { CapabilitiesStep } from './capabilities-step.tsx';
import { ConsentsStep } from './consents-step.tsx';
import { DeclinedStep } from './declined-step.tsx';
import { GoodbyeStep } from './goodbye-step.tsx';
import { IdentityStep } from './identity-step.tsx';
import { MeasuresStep } from './measures-step.tsx';
import { PhysicianCardStep } from './physician-card-step.tsx';
import { ReasonStep } from './reason-step.tsx';
import { RedFlagsStep } from './red-flags-step.tsx';
import { WaitingStep } from './waiting-step.tsx';
import { WelcomeStep } from './welcome-step.tsx';

/** The step of the visit, where the assistant can answer for the person. */
export const StepCard = ({ stage, ...view }: CabinView & { readonly stage: Stage }) => {
  switch (stage) {
    case 'welcome':
      return <WelcomeStep {...view} />;
    case 'red-flags':
      return <RedFlagsStep {...view} />;
    case 'capabilities':
      return <CapabilitiesStep {...view} />;
    case 'identity':
      return <IdentityStep {...view} />;
    case 'consents':
      return <ConsentsStep {...view} />;
    case 'declined':
      return <DeclinedStep {...view} />;
    case 'reason':
      return <ReasonStep {...view} />;
    case 'measures':
      return <MeasuresStep {...view} />;
    case 'waiting':
      return <WaitingStep {...view} />;
    case 'physician-card':
      return <PhysicianCardStep {...view} />;
    case 'call':
      return <CallStep {...view} />;
    case 'goodbye':
      return <GoodbyeStep {...view} />;
    default:
      return assertNever(stage);
  }
};

import { assertNever } from '#core/result.ts';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { CaptureScreen } from './capture/capture-screen.tsx';
import type { ScreenProps } from './screen-props.ts';
import { Capabilities } from './screens/capabilities.tsx';
import { ConsentsScreen } from './screens/consents.tsx';
import { Declined } from './screens/declined.tsx';
import { Goodbye } from './screens/goodbye.tsx';
import { IdentityScreen } from './screens/identity.tsx';
import { Measures } from './screens/measures.tsx';
import { PapersScreen } from './screens/papers.tsx';
import { PhysicianCardScreen } from './screens/physician-card.tsx';
import { Reason } from './screens/reason.tsx';
import { RedFlags } from './screens/red-flags.tsx';
import { Waiting } from './screens/waiting.tsx';
import { Welcome } from './screens/welcome.tsx';

type StageScreenProps = ScreenProps & {
  /** The call has a screen of its own, which is there before it begins. */
  readonly stage: Exclude<PatientProjection['stage'], 'call'>;
};

/** The screen of each stage; a running capture takes the place of the list of measures and of the wait. */
export const StageScreen = ({ projection, stage }: StageScreenProps) => {
  const { capture, papers } = projection;
  switch (stage) {
    case 'welcome':
      return <Welcome projection={projection} />;
    case 'red-flags':
      return <RedFlags />;
    case 'capabilities':
      return <Capabilities projection={projection} />;
    case 'identity':
      return <IdentityScreen projection={projection} />;
    case 'consents':
      return <ConsentsScreen projection={projection} />;
    case 'declined':
      return <Declined projection={projection} />;
    case 'reason':
      return <Reason projection={projection} />;
    case 'measures':
      return capture === undefined ? (
        <Measures projection={projection} />
      ) : (
        <CaptureScreen projection={projection} capture={capture} />
      );
    case 'waiting':
      return capture === undefined ? (
        <Waiting projection={projection} />
      ) : (
        <CaptureScreen projection={projection} capture={capture} />
      );
    case 'physician-card':
      return <PhysicianCardScreen projection={projection} />;
    case 'goodbye':
      return papers === undefined || papers.step === 'over' ? (
        <Goodbye projection={projection} />
      ) : (
        <PapersScreen projection={projection} papers={{ ...papers, step: papers.step }} />
      );
    default:
      return assertNever(stage);
  }
};

import { assertNever } from '#core/result.ts';
import { CaptureScreen } from './capture/capture-screen.tsx';
import type { ScreenProps } from './screen-props.ts';
import { CallScreen } from './screens/call.tsx';
import { Capabilities } from './screens/capabilities.tsx';
import { ConsentsScreen } from './screens/consents.tsx';
import { Declined } from './screens/declined.tsx';
import { Goodbye } from './screens/goodbye.tsx';
import { IdentityScreen } from './screens/identity.tsx';
import { Measures } from './screens/measures.tsx';
import { PhysicianCardScreen } from './screens/physician-card.tsx';
import { Reason } from './screens/reason.tsx';
import { RedFlags } from './screens/red-flags.tsx';
import { Waiting } from './screens/waiting.tsx';
import { Welcome } from './screens/welcome.tsx';

type StageScreenProps = ScreenProps & {
  /** Another page stands over it: the call goes on beneath, heard and not seen. */
  readonly covered: boolean;
};

/** The screen of each stage; a running capture takes the place of the list of measures and of the wait. */
export const StageScreen = ({ projection, covered }: StageScreenProps) => {
  const { capture, stage } = projection;
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
    case 'call':
      return <CallScreen projection={projection} covered={covered} />;
    case 'goodbye':
      return <Goodbye projection={projection} />;
    default:
      return assertNever(stage);
  }
};

import { classes } from '#renderer/ui/classes.ts';
import type { ScreenProps } from '../screen-props.ts';
import { CallStage } from './call-stage.tsx';
import { RequestCard } from './request-card.tsx';

/** With the physician. */
export const CallScreen = ({ projection }: ScreenProps) => {
  const alone = projection.capture === undefined && projection.request === undefined;
  return (
    <main className={classes('call', alone && 'alone')}>
      <CallStage physician={projection.physician} away={projection.physicianAway} />
      <RequestCard projection={projection} />
    </main>
  );
};

import { useState } from 'react';
import type { Role } from '#core/visit/words.ts';
import { classes } from '#renderer/ui/classes.ts';
import { useConversation } from '#renderer/ui/conversation/use-conversation.ts';
import type { ScreenProps } from '../screen-props.ts';
import { useServices } from '../services.ts';
import { CallStage } from './call-stage.tsx';
import { ExamCard, examOf } from './exam-card.tsx';
import { RequestCard } from './request-card.tsx';
import { WriteScreen } from './write-screen.tsx';

/** With the physician. */
export const CallScreen = ({ projection }: ScreenProps) => {
  const { send, newId } = useServices();
  const { messages, physician, assistant, identity } = projection;
  const [writing, setWriting] = useState(false);
  const side = useConversation(messages, 'patient', (text) =>
    send({ type: 'write-message', messageId: newId(), text }),
  );
  const alone =
    projection.capture === undefined &&
    projection.request === undefined &&
    projection.exam?.request === undefined;
  const nameOf = (author: Role): string =>
    ({
      physician: physician?.name ?? '',
      assistant: assistant.givenName,
      patient: identity?.givenName ?? '',
    })[author];
  return (
    <>
      {/* Hidden, never taken away: the physician goes on being heard while the person writes. */}
      <main className={classes('call', alone && 'alone')} hidden={writing}>
        <CallStage
          physician={physician}
          away={projection.physicianAway}
          language={projection.language}
          side={side}
          nameOf={nameOf}
          onWrite={() => setWriting(true)}
          company={projection.company}
        />
        {examOf(projection) === undefined ? (
          <RequestCard projection={projection} />
        ) : (
          <ExamCard projection={projection} />
        )}
      </main>
      {writing ? (
        <WriteScreen side={side} messages={messages} nameOf={nameOf} onClose={() => setWriting(false)} />
      ) : null}
    </>
  );
};

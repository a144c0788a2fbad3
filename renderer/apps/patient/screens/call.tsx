import { useState } from 'react';
import { isPrivate } from '#core/visit/privacy/privacy.ts';
import { classes } from '#renderer/ui/classes.ts';
import { useConversation } from '#renderer/ui/conversation/use-conversation.ts';
import type { ScreenProps } from '../screen-props.ts';
import { useServices } from '../services.ts';
import { namesIn } from './call-company.tsx';
import { CallStage } from './call-stage.tsx';
import { ExamCard, examOf } from './exam-card.tsx';
import { isLooking } from './exam-view.tsx';
import { PrivateTalkKey } from './private-talk.tsx';
import { RequestCard } from './request-card.tsx';
import { WriteScreen } from './write-screen.tsx';

/** With the physician. */
export const CallScreen = ({ projection, covered }: ScreenProps & { readonly covered: boolean }) => {
  const { send, newId } = useServices();
  const { messages, physician } = projection;
  const [writing, setWriting] = useState(false);
  /** Who does not want to see one picture of an instrument does not want to see the next either. */
  const [examHidden, setExamHidden] = useState(false);
  const exam = examOf(projection);
  const side = useConversation(messages, 'patient', (text) =>
    send({ type: 'write-message', messageId: newId(), text }),
  );
  const alone =
    projection.capture === undefined &&
    projection.request === undefined &&
    projection.exam?.request === undefined;
  const nameOf = namesIn(projection);
  return (
    <>
      {/* Hidden, never taken away: the physician goes on being heard while the person writes, and in an emergency. */}
      <main
        className={classes('call', alone && 'alone', isLooking(exam) && !examHidden && 'looking')}
        hidden={writing || covered}
      >
        <CallStage
          physician={physician}
          away={projection.absence !== undefined}
          language={projection.language}
          side={side}
          nameOf={nameOf}
          onWrite={() => setWriting(true)}
          company={projection.company}
          isAlone={isPrivate(projection.privacy)}
          privateTalk={alone ? <PrivateTalkKey projection={projection} /> : null}
        />
        {exam === undefined ? (
          <RequestCard projection={projection} />
        ) : (
          <ExamCard projection={projection} request={exam} hidden={examHidden} onHidden={setExamHidden} />
        )}
      </main>
      {writing && !covered ? (
        <WriteScreen side={side} messages={messages} nameOf={nameOf} onClose={() => setWriting(false)} />
      ) : null}
    </>
  );
};

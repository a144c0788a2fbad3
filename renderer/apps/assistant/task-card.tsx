import { assertNever } from '#core/result.ts';
import { AbsenceTask } from './absence-task.tsx';
import { AttendanceTask } from './attendance-task.tsx';
import type { CabinView } from './cabin.ts';
import { EmergencyCard } from './emergency-card.tsx';
import { ExamTask } from './exam-task.tsx';
import { MeasureTask } from './measure-task.tsx';
import { currentTask } from './model/current-task.ts';
import { PausedCard } from './paused-card.tsx';
import { PrivacyTask } from './privacy/privacy-task.tsx';
import { StepCard } from './steps/step-card.tsx';

/** The current task, whatever it is. */
export const TaskCard = (view: CabinView) => {
  const task = currentTask(view.visit);
  switch (task.task) {
    case 'emergency':
      return <EmergencyCard {...view.visit} ask={view.ask} emergency={task.emergency} closable />;
    case 'attendance':
      return <AttendanceTask {...view} attendance={task.attendance} />;
    case 'paused':
      return <PausedCard {...view} />;
    case 'absence':
      return <AbsenceTask {...view} absence={task.absence} />;
    case 'privacy':
      return <PrivacyTask ask={view.ask} wish={task.wish} />;
    case 'measure':
      return <MeasureTask key={task.measure} {...view} task={task} />;
    case 'exam':
      return <ExamTask key={task.request.requestId} {...view} request={task.request} />;
    case 'step':
      return <StepCard key={task.stage} {...view} stage={task.stage} />;
    default:
      return assertNever(task);
  }
};

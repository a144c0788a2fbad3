import { useRef } from 'react';
import type { InstrumentRole } from '#core/instruments/bindings.ts';
import { type ExamState, examState, openExamOf } from '../model/exam-state.ts';
import type { ConsultationView } from '../view.ts';

/** The state of one instrument; remembers how many frames had come when its present request began. */
export const useExamState = (
  role: InstrumentRole,
  { visit, call }: Pick<ConsultationView, 'visit' | 'call'>,
): ExamState => {
  const began = useRef<{ readonly requestId: string; readonly frames: number }>(undefined);
  const open = openExamOf(visit, role);
  const accepted = open?.status.status === 'accepted' ? open.requestId : undefined;
  const { examFrames } = call.instruments;
  // A new attempt counts from nothing.
  const isOlder = began.current !== undefined && examFrames < began.current.frames;
  if (accepted === undefined) began.current = undefined;
  else if (began.current?.requestId !== accepted || isOlder)
    began.current = { requestId: accepted, frames: isOlder ? 0 : examFrames };
  return examState(role, visit, call, began.current?.frames ?? examFrames);
};

import { useRef } from 'react';
import type { InstrumentRole } from '#core/instruments/bindings.ts';
import { type ExamState, examState, openExamOf } from '../model/exam-state.ts';
import type { ConsultationView } from '../view.ts';

/** The state of one instrument; remembers how many frames had come when its present request began, and whether the line has failed its sound. */
export const useExamState = (
  role: InstrumentRole,
  { visit, call }: Pick<ConsultationView, 'visit' | 'call'>,
): ExamState => {
  const began = useRef<{ readonly requestId: string; readonly frames: number }>(undefined);
  /** The request in which the sound was held back or spoilt. */
  const failed = useRef<string>(undefined);
  const open = openExamOf(visit, role);
  const accepted = open?.status.status === 'accepted' ? open.requestId : undefined;
  const { examFrames } = call.instruments;
  // A new attempt counts from nothing.
  const isOlder = began.current !== undefined && examFrames < began.current.frames;
  if (accepted === undefined) began.current = undefined;
  else if (began.current?.requestId !== accepted || isOlder)
    began.current = { requestId: accepted, frames: isOlder ? 0 : examFrames };
  const state = examState(role, visit, call, began.current?.frames ?? examFrames);
  const isFailed = state.state === 'held' || state.state === 'spoilt';
  if (accepted === undefined) failed.current = undefined;
  else if (isFailed) failed.current = accepted;
  return state.state === 'live' && accepted !== undefined && failed.current === accepted
    ? { ...state, isBack: true }
    : state;
};

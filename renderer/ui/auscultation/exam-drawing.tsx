import { Ear, ScanSearch, Smile } from 'lucide-react';
import { assertNever } from '#core/result.ts';
import { type Examination, wasHeard } from '#core/visit/examination/examination.ts';
import { MAP_POINTS } from '#core/visit/examination/listening-map.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import { ListeningMap } from './listening-map.tsx';

/** What is examined, as the words for it are kept. */
export type ExamKind = 'lungs' | 'heart' | 'ear' | 'throat' | 'skin';

export const examKind = (target: ExamTarget): ExamKind =>
  target.instrument === 'stethoscope' ? MAP_POINTS[target.point].organ : target.site;

type ExamDrawingProps = { readonly target: ExamTarget; readonly examination?: Examination };

/** Where the instrument goes: a point on the trunk, or the part of the body. */
export const ExamDrawing = ({ target, examination }: ExamDrawingProps) => {
  if (target.instrument === 'stethoscope') {
    const heard = (examination?.requests ?? []).flatMap((request) =>
      examination && request.target.instrument === 'stethoscope' && wasHeard(examination, request)
        ? [request.target.point]
        : [],
    );
    return (
      <ListeningMap view={MAP_POINTS[target.point].view} current={target.point} heard={new Set(heard)} />
    );
  }
  switch (target.site) {
    case 'ear':
      return <Ear className="i" aria-hidden />;
    case 'throat':
      return <Smile className="i" aria-hidden />;
    case 'skin':
      return <ScanSearch className="i" aria-hidden />;
    default:
      return assertNever(target);
  }
};

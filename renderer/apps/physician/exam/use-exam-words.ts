import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import { MAP_POINTS } from '#core/visit/examination/listening-map.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import { useSiteWords } from '#renderer/ui/auscultation/use-site-words.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { ExamState } from '../model/exam-state.ts';

/** Words about targets and states of instruments, for the physician. */
export const useExamWords = (assistant: string) => {
  const { t } = useTranslation('exam');
  const staff = useStaffWords();
  const { site } = useSiteWords();
  return {
    t,
    staff,
    target: (target: ExamTarget): string =>
      target.instrument === 'stethoscope'
        ? t('numbered', { mark: MAP_POINTS[target.point].mark, name: t(`point.${target.point}`) })
        : site(target),
    state: (state: ExamState, isCamera: boolean): string => {
      switch (state.state) {
        case 'none':
          return t(isCamera ? 'physician.state.none-camera' : 'physician.state.none');
        case 'asked':
          return t('physician.state.asked', { name: assistant });
        case 'moving':
          return t('physician.state.moving', { name: assistant });
        case 'declined':
          return t('physician.state.declined', { reason: staff.t(`skip-reason.${state.reason}`) });
        case 'failed':
          return staff.fault(state.code, 'physician');
        case 'live':
          if (state.warning !== undefined) return staff.fault(state.warning, 'physician');
          return t(state.isBack ? 'physician.state.live-again' : 'physician.state.live');
        case 'held':
          return staff.fault('LISTENING_HELD', 'physician');
        case 'unavailable':
        case 'opening':
        case 'spoilt':
        case 'taking':
        case 'frozen':
        case 'link':
        case 'done':
        case 'closed':
          return t(`physician.state.${state.state}`);
        default:
          return assertNever(state);
      }
    },
  };
};

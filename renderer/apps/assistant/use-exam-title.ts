import { useTranslation } from 'react-i18next';
import { MAP_POINTS } from '#core/visit/examination/listening-map.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';
import { useSiteWords } from '#renderer/ui/auscultation/use-site-words.ts';

/** What to put where, in one line. */
export const useExamTitle = () => {
  const { t } = useTranslation('exam');
  const words = useSiteWords();
  return (target: ExamTarget): string => {
    if (target.instrument === 'stethoscope')
      return t('assistant.title.stethoscope', { mark: MAP_POINTS[target.point].mark });
    // The dermatoscope goes on skin, which needs no saying.
    const site = target.site === 'skin' ? words.place(target.place) : words.site(target);
    return t('assistant.title.camera', { role: t(`role.${target.site}`), site });
  };
};

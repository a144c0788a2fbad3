import { useTranslation } from 'react-i18next';
import { MAP_POINTS } from '#core/visit/examination/listening-map.ts';
import type { ExamTarget } from '#core/visit/examination/targets.ts';

/** What to put where, in one line. */
export const useExamTitle = () => {
  const { t } = useTranslation('exam');
  return (target: ExamTarget): string => {
    if (target.instrument === 'stethoscope')
      return t('assistant.title.stethoscope', { mark: MAP_POINTS[target.point].mark });
    const { site, laterality } = target;
    const place =
      site === 'ear'
        ? laterality === undefined
          ? t('physician.name.ear')
          : t(`site.ear.${laterality}`)
        : t(`site.${site}`);
    return t('assistant.title.camera', { role: t(`role.${site}`), site: place });
  };
};

import { useTranslation } from 'react-i18next';
import type { Paper } from '#core/visit/papers/papers.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

/** Where a paper stands, in words; `sent`: how much of it has gone, of one that this page is sending. */
export const usePaperWords = () => {
  const { t } = useTranslation('papers');
  const staff = useStaffWords();
  return ({ state }: Paper, sent?: number): string => {
    switch (state.state) {
      case 'on-the-way':
        return sent === undefined
          ? t('physician.lost')
          : t('physician.sending', { percent: Math.floor(sent * 100) });
      case 'refused':
      case 'failed':
        return t(`physician.state.${state.state}`, { words: staff.fault(state.code, 'physician') });
      case 'printed':
        return t('physician.state.printed', { time: formatTimeOfDay(state.at) });
      case 'settled':
        return t(`physician.state.${state.outcome}`, { name: state.by });
      default:
        return t(`physician.state.${state.state}`);
    }
  };
};

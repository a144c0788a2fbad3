import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, worstFirst } from '#core/opening/check/findings.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from '../cabin.ts';
import { OpeningDialog, OutcomeIcon } from './opening-dialog.tsx';

/** What could not be looked at since a visit began, or nobody answered; a clock without another to compare with is no such thing. */
const isUntried = ({ outcome, note }: Finding): boolean => outcome === 'not-tried' && note !== 'no-reference';

/** How the cabin was found before the first patient, in one line. */
export const OpeningLine = ({ visit, keys }: Pick<CabinView, 'visit' | 'keys'>) => {
  const { t } = useTranslation('opening');
  const [open, setOpen] = useState(false);
  const { opening } = visit;
  if (opening === undefined) return null;
  const time = formatTimeOfDay(opening.at);
  const count = opening.findings.filter(
    ({ outcome }) => outcome === 'attention' || outcome === 'failed',
  ).length;
  const [worst] = worstFirst(opening.findings);
  const sentence = () => {
    if (opening.running) return `${t('running')} ${t('tones')}`;
    if (count > 0) return t('attention', { count, time });
    return opening.findings.some(isUntried) ? t('untried', { time }) : t('good', { time });
  };
  return (
    <div className="opening-line">
      <OutcomeIcon
        outcome={opening.running ? 'not-tried' : count > 0 ? (worst?.outcome ?? 'good') : 'good'}
      />
      <span role="status">{sentence()}</span>
      <Button onPress={() => setOpen(true)}>{t('open')}</Button>
      <OpeningDialog visit={visit} check={opening} keys={keys} isOpen={open} onClose={() => setOpen(false)} />
    </div>
  );
};

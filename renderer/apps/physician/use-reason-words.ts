import { useTranslation } from 'react-i18next';
import type { VisitReason } from '#core/visit/words.ts';

type ReasonWords = {
  /** The person's own words, or the pictures they chose. */
  readonly short: (reason: VisitReason) => string;
  /** Their own words first, then the pictures. */
  readonly full: (reason: VisitReason) => string;
};

/** Why the person comes. */
export const useReasonWords = (): ReasonWords => {
  const { t } = useTranslation('staff');
  const chosen = ({ pictures }: VisitReason): string =>
    pictures.map((picture) => t(`reason.${picture}`)).join(', ');
  return {
    short: (reason) => (reason.text === '' ? chosen(reason) : reason.text),
    full: (reason) => [reason.text, chosen(reason)].filter((part) => part !== '').join(' · '),
  };
};

import { useTranslation } from 'react-i18next';
import type { ProofLine } from '#core/visit/proof/proof-line.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { dateDigits } from '#renderer/ui/staff/value-text.ts';

const minutesOf = (ms: number): number => Math.round(ms / 60_000);

/** The line as text, to paste into other software. */
export const useProofWords = (): ((proof: ProofLine) => string) => {
  const { t } = useTranslation('closing');
  const { t: staff } = useTranslation('staff');
  const { t: exam } = useTranslation('exam');
  return (proof) => {
    const acts = [
      ...proof.measures.map(({ measure, count }) =>
        t('proof.act', { act: staff(`measure.${measure}`), count }),
      ),
      ...proof.exams.map(({ instrument, count }) =>
        t('proof.act', { act: exam(`role.${instrument}`), count }),
      ),
    ];
    const lines = [
      ...(proof.simulation ? [t('proof.simulated')] : []),
      t('proof.when', {
        date: dateDigits(proof.startedAt.slice(0, 10)),
        from: formatTimeOfDay(proof.startedAt),
        until: formatTimeOfDay(proof.closedAt),
        minutes: minutesOf(Date.parse(proof.closedAt) - Date.parse(proof.startedAt)),
        site: proof.site,
      }),
      ...proof.assistants.map(({ assistant, since, code }) => {
        const who = {
          name: assistant.name,
          profession: staff(`profession.${assistant.profession}`),
          time: formatTimeOfDay(since),
        };
        return code === undefined ? t('proof.who', who) : t('proof.who-by-code', { ...who, code });
      }),
      t('proof.physician', { ...proof.physician, minutes: minutesOf(proof.consultationMs) }),
      t('proof.acts', { acts: acts.length === 0 ? t('proof.no-act') : acts.join(', ') }),
      t('proof.reference', { reference: proof.reference }),
    ];
    return lines.join('\n');
  };
};

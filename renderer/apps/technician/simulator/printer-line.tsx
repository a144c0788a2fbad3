import { useTranslation } from 'react-i18next';
import { PRINTER_STATES } from '#core/contract/printing.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Pick } from '#renderer/ui/staff/pick.tsx';
import type { BenchView } from '../bench.ts';

/** How many figures of a hash tell two documents apart on one bench. */
const SHORT_HASH = 8;

/** The printer of a cabin that is played: how it does, and what came out of it last. */
export const PrinterLine = ({ bench, ask }: BenchView) => {
  const { t } = useTranslation('technician');
  const { printer } = bench;
  if (printer === undefined) return null;
  const last = printer.out.at(-1);
  return (
    <div className="printer-line">
      <Pick
        label={t('printer.title')}
        value={printer.state}
        options={PRINTER_STATES.map((value) => ({ value, words: t(`printer.state.${value}`) }))}
        onChange={(state) => void ask({ type: 'play-printer', state })}
      />
      <span className="mut" role="status">
        {last === undefined
          ? t('printer.nothing')
          : t('printer.out', {
              count: last.sheets,
              time: formatTimeOfDay(last.at),
              hash: last.sha256.slice(0, SHORT_HASH),
            })}
      </span>
    </div>
  );
};

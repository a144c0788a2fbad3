import { useTranslation } from 'react-i18next';
import { QuietCup } from '#renderer/ui/illustrations/quiet-cup.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';

/** Nobody seems to be there: nothing of the visit is shown, to whoever comes by. The bar still calls for help. */
export const Away = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation('attendance');
  return (
    <main className="split">
      <Plate>
        <QuietCup />
      </Plate>
      <ScrollColumn>
        <div className="head">
          <h1>{t('patient.away-title')}</h1>
          <Sentence title={t('patient.away-title')} text={t('patient.away-lead', { name })} />
        </div>
      </ScrollColumn>
    </main>
  );
};

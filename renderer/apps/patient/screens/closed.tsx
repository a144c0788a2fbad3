import { useTranslation } from 'react-i18next';
import type { ClosedCabin } from '#core/visit/projections/closed.ts';
import { QuietCup } from '#renderer/ui/illustrations/quiet-cup.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';

/** Nobody can begin now, and why. Help and the emergency numbers stay where they always are. */
export const Closed = ({ cabin }: { readonly cabin: ClosedCabin }) => {
  const { t } = useTranslation('patient');
  return (
    <main className="split">
      <Plate>
        <QuietCup />
      </Plate>
      <ScrollColumn>
        <div className="head">
          <h1>{t(`closed.${cabin.reason}.title`)}</h1>
          <Sentence title={t(`closed.${cabin.reason}.title`)} text={t(`closed.${cabin.reason}.sentence`)} />
        </div>
      </ScrollColumn>
    </main>
  );
};

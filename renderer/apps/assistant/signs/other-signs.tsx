import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTED_SIGNS, type NotedSign } from '#core/vitals/kinds.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { CabinView } from '../cabin.ts';
import { HandEntryDialog } from '../dialogs/hand-entry-dialog.tsx';
import { BreathCounter } from './breath-counter.tsx';
import { PainScale } from './pain-scale.tsx';

type OpenDialog = 'none' | 'list' | NotedSign;

/** What has been taken of each sign, and the way to take it. */
const SignRows = ({ visit, onOpen }: CabinView & { readonly onOpen: (sign: NotedSign) => void }) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  return (
    <ul className="rows signs">
      {NOTED_SIGNS.map((sign) => {
        const reading = visit.noted.find(({ measure }) => measure === sign);
        const name = staff.t(`measure.${sign}`);
        return (
          <li key={sign}>
            <span className="what">
              <b>{name}</b>
              <small>
                {reading === undefined
                  ? t('capture.to-do')
                  : `${staff.line(sign, reading.values)}, ${formatTimeOfDay(reading.takenAt)}, ${staff.taken(reading)}`}
              </small>
            </span>
            <Button label={`${t(`signs.take.${sign}`)}, ${name}`} onPress={() => onOpen(sign)}>
              {t(`signs.take.${sign}`)}
            </Button>
          </li>
        );
      })}
    </ul>
  );
};

/** A key to what the assistant takes without a device of the cabin: temperature, breathing, pain, glucose. */
export const OtherSigns = (view: CabinView) => {
  const { t } = useTranslation('assistant');
  const [open, setOpen] = useState<OpenDialog>('none');
  const { ask, visit } = view;
  const back = () => setOpen('list');
  return (
    <>
      <Button onPress={() => setOpen('list')}>{t('signs.key')}</Button>
      {open === 'list' ? (
        <Dialog isOpen title={t('signs.title')} onClose={() => setOpen('none')}>
          <SignRows {...view} onOpen={setOpen} />
          <Button look="main" onPress={() => setOpen('none')}>
            {t('signs.close')}
          </Button>
        </Dialog>
      ) : null}
      {open === 'temperature' || open === 'blood-glucose' ? (
        <HandEntryDialog measure={open} assistantName={visit.assistant.name} ask={ask} onClose={back} />
      ) : null}
      {open === 'respiratory-rate' ? <BreathCounter ask={ask} onClose={back} /> : null}
      {open === 'pain' ? <PainScale ask={ask} onClose={back} /> : null}
    </>
  );
};

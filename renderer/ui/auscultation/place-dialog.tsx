import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LATERALITIES } from '#core/visit/examination/laterality.ts';
import {
  isSamePlace,
  LONGEST_PLACE,
  PAIRED_PLACES,
  SINGLE_PLACES,
  type SkinPlace,
} from '#core/visit/examination/skin-places.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { useSiteWords } from './use-site-words.ts';

type PlaceDialogProps = {
  readonly title: string;
  /** The place that is named now. */
  readonly current?: SkinPlace | undefined;
  readonly onPick: (place: SkinPlace) => void;
  readonly onClose: () => void;
};

/** The patient's right stands on the left, as when one faces them. */
const SIDES = LATERALITIES.toReversed();

const upperFirst = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** Where on the skin: one touch, or a few words for what no key names. */
export const PlaceDialog = ({ title, current, onPick, onClose }: PlaceDialogProps) => {
  const { t } = useTranslation('exam');
  const words = useSiteWords();
  const [written, setWritten] = useState(current?.place === 'elsewhere' ? current.words : '');
  const pick = (place: SkinPlace): void => {
    onPick(place);
    onClose();
  };
  const key = (place: SkinPlace) => {
    const name = upperFirst(words.place(place));
    return (
      <Button
        key={name}
        pressed={current !== undefined && isSamePlace(current, place)}
        onPress={() => pick(place)}
      >
        {name}
      </Button>
    );
  };
  const elsewhere = written.trim();
  const writeIt = (): void => {
    if (elsewhere !== '') pick({ place: 'elsewhere', words: elsewhere });
  };
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <p className="mut">{t('place.lead')}</p>
      <div className="places">
        <div>{SINGLE_PLACES.map((place) => key({ place }))}</div>
        <div>{PAIRED_PLACES.flatMap((place) => SIDES.map((laterality) => key({ place, laterality })))}</div>
      </div>
      <div className="elsewhere">
        <label className="fld">
          <span>{t('place.elsewhere')}</span>
          <input
            value={written}
            maxLength={LONGEST_PLACE}
            placeholder={t('place.hint')}
            onChange={(event) => setWritten(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') writeIt();
            }}
          />
        </label>
        <Button off={elsewhere === ''} onPress={writeIt}>
          {t('place.pick')}
        </Button>
      </div>
      <Button onPress={onClose}>{t('place.cancel')}</Button>
    </Dialog>
  );
};

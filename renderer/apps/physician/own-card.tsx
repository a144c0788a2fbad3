import { useTranslation } from 'react-i18next';
import type { PhysicianCard } from '#core/visit/words.ts';
import { Face } from '#renderer/ui/face.tsx';

type OwnCardProps = { readonly physician: PhysicianCard; readonly reading: boolean };

/** What the person reads of the physician, before any picture. */
export const OwnCard = ({ physician, reading }: OwnCardProps) => {
  const { t } = useTranslation('physician');
  return (
    <div className="over own-card" role="status">
      <b>{reading ? t('card.title') : t('card.title-later')}</b>
      <p>{t('card.lead')}</p>
      <div className="mine">
        <Face name={physician.name} />
        <span>
          <b>{physician.name}</b>
          {physician.specialty}
          <br />
          {physician.place}
          <br />
          {t('card.rpps', { number: physician.rpps })}
        </span>
      </div>
    </div>
  );
};

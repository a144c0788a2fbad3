import { useTranslation } from 'react-i18next';
import { formatDate } from '#renderer/i18n/format.ts';
import { IdentityCard } from '#renderer/ui/illustrations/identity-card.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { ScreenProps } from '../screen-props.ts';

/** The assistant types; the person only says, and sees what is written. */
export const IdentityScreen = ({ projection }: ScreenProps) => {
  const { t } = useTranslation('patient');
  const { identity, assistant, language } = projection;
  const name = assistant.givenName;
  const waiting = t('identity.waiting');
  const rows = [
    { label: t('identity.family-name'), value: identity?.familyName },
    { label: t('identity.given-name'), value: identity?.givenName },
    {
      label: t('identity.birth-date'),
      value: identity === undefined ? undefined : formatDate(identity.birthDate, language),
    },
  ];
  return (
    <main className="split">
      <Plate>
        <IdentityCard label={t('identity.picture')} />
      </Plate>
      <ScrollColumn>
        <div className="head">
          <h1>{t('identity.title', { name })}</h1>
          <Sentence title={t('identity.title', { name })} text={t('identity.sentence')} />
        </div>
        <dl className="card traits">
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className={value === undefined ? 'pending' : ''}>
                {value === undefined ? waiting : <bdi>{value}</bdi>}
              </dd>
            </div>
          ))}
        </dl>
        {identity === undefined ? null : <p>{t('identity.check', { name })}</p>}
      </ScrollColumn>
    </main>
  );
};

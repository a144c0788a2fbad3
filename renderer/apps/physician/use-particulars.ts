import { useTranslation } from 'react-i18next';
import type { Particulars } from '#core/identity/particulars.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';

export type Fact = readonly [fact: string, value: string];

const useGuardian = () => {
  const { t } = useTranslation('physician');
  return ({ guardian }: Particulars): readonly Fact[] =>
    guardian === undefined
      ? []
      : [
          [
            t('brief.guardian'),
            t(`brief.guardian-is.${guardian.relation}`, {
              name: guardian.name,
              there: t(guardian.present ? 'brief.there' : 'brief.not-there'),
            }),
          ],
        ];
};

/**
 * What the person told the assistant of themselves. `vital`: what a decision may hang on, treatments and allergies also when nobody has asked;
 * `others`: the rest.
 */
export const useParticulars = ({
  particulars,
}: Pick<PhysicianProjection, 'particulars'>): {
  readonly vital: readonly Fact[];
  readonly others: readonly Fact[];
} => {
  const { t } = useTranslation('physician');
  const guardian = useGuardian();
  const { telephone, locality, treatingDoctor, treatments, allergies, pregnancy, companion } = particulars;
  const given = (fact: string, value: string | undefined): readonly Fact[] =>
    value === undefined ? [] : [[fact, value]];
  const doctor =
    treatingDoctor?.state === 'named' ? treatingDoctor.name : treatingDoctor && t('brief.no-doctor');
  return {
    vital: [
      ...guardian(particulars),
      [t('brief.treatments'), treatments ?? t('brief.not-asked')],
      [t('brief.allergies'), allergies ?? t('brief.not-asked')],
      ...given(t('brief.pregnancy'), pregnancy && t(`brief.pregnancy-answer.${pregnancy}`)),
    ],
    others: [
      ...given(t('brief.doctor'), doctor),
      ...given(t('brief.locality'), locality),
      ...given(t('brief.telephone'), telephone),
      ...given(t('brief.companion'), companion),
    ],
  };
};

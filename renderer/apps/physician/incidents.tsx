import { useTranslation } from 'react-i18next';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

type Incidents = Pick<PhysicianProjection, 'incidents'>;

/** The technical incidents of this visit, which go into its record (R.6316-4 CSP). */
export const IncidentList = ({ incidents }: Incidents) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  if (incidents.length === 0) return <p className="mut">{t('incidents.none')}</p>;
  return (
    <ol className="incidents">
      {incidents.map(({ code, at, end }) => (
        <li key={`${code} ${at} ${end}`}>
          <b>{formatTimeOfDay(at)}</b> {staff.found(code, end ?? 'cabin', 'physician')}
        </li>
      ))}
    </ol>
  );
};

export const IncidentsDialog = ({ incidents, onClose }: Incidents & { readonly onClose: () => void }) => {
  const { t } = useTranslation('physician');
  return (
    <Dialog isOpen title={t('incidents.title')} onClose={onClose}>
      <IncidentList incidents={incidents} />
      <Button onPress={onClose}>{t('close')}</Button>
    </Dialog>
  );
};

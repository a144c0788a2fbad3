import { useTranslation } from 'react-i18next';
import { latestNoted } from '#core/vitals/noted.ts';
import type { Reading } from '#core/vitals/reading.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

type NotedLineProps = {
  readonly readings: readonly Reading[];
  /** Ids of readings that must not be shown. */
  readonly withheld: ReadonlySet<string>;
};

/** The latest of each sign that no device gave, with how it was taken: never to be taken for a device's. */
export const NotedLine = ({ readings, withheld }: NotedLineProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const noted = latestNoted(readings.filter(({ id }) => !withheld.has(id)));
  return noted.length === 0 ? null : (
    <ul className="noted" aria-label={t('noted')}>
      {noted.map((reading) => (
        <li key={reading.id} title={staff.taken(reading)}>
          <b>{staff.namedLine(reading)}</b>{' '}
          <small>
            {formatTimeOfDay(reading.takenAt)}, {staff.takenHow(reading)}
          </small>
        </li>
      ))}
    </ul>
  );
};

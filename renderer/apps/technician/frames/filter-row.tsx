import { useTranslation } from 'react-i18next';
import { Pick } from '#renderer/ui/staff/pick.tsx';
import type { FrameFilter } from '../model/frame-filter.ts';

type FilterRowProps = {
  readonly filter: FrameFilter;
  readonly onChange: (filter: FrameFilter) => void;
};

const DIRECTIONS = ['both', 'from-device', 'to-device'] as const;

/** Which frames are shown. */
export const FilterRow = ({ filter, onChange }: FilterRowProps) => {
  const { t } = useTranslation('technician');
  return (
    <div className="filter">
      <label className="fld">
        <span>{t('frames.filter-text')}</span>
        <input
          // biome-ignore lint/a11y/noAutofocus: who opens the filter types at once
          autoFocus
          value={filter.text}
          placeholder={t('frames.filter-hint')}
          onChange={(event) => onChange({ ...filter, text: event.target.value })}
        />
      </label>
      <Pick
        label={t('frames.filter-direction')}
        value={filter.direction}
        options={DIRECTIONS.map((value) => ({ value, words: t(`frames.direction.${value}`) }))}
        onChange={(direction) => onChange({ ...filter, direction })}
      />
    </div>
  );
};

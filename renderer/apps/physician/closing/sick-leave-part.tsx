import { useTranslation } from 'react-i18next';
import { exceedsRemoteLimit, exceptionsFor } from '#core/visit/closing/sick-leave.ts';
import { Button } from '#renderer/ui/button.tsx';
import { sickLeaveOf } from './closing-draft.ts';
import type { ClosingPartProps } from './orientation-part.tsx';

/** A sick leave that the physician's own software has prescribed: over the legal length its exceptions are asked about, and nothing is blocked. */
export const SickLeavePart = ({ draft, onChange }: ClosingPartProps) => {
  const { t } = useTranslation('closing');
  const { sickLeave } = draft;
  const leave = sickLeave && sickLeaveOf(sickLeave);
  const asks = leave !== undefined && exceedsRemoteLimit(leave);
  return (
    <fieldset className="fld sick-leave">
      <legend>{t('sick-leave.label')}</legend>
      <div className="reports">
        <Button pressed={sickLeave === undefined} onPress={() => onChange({ sickLeave: undefined })}>
          {t('sick-leave.none')}
        </Button>
        <Button
          pressed={sickLeave !== undefined}
          onPress={() => onChange({ sickLeave: sickLeave ?? { days: '', ongoingDays: '' } })}
        >
          {t('sick-leave.prescribed')}
        </Button>
      </div>
      {sickLeave === undefined ? null : (
        <div className="reports">
          <label className="fld">
            <span>{t('sick-leave.days')}</span>
            <input
              inputMode="numeric"
              value={sickLeave.days}
              maxLength={3}
              onChange={(event) => onChange({ sickLeave: { ...sickLeave, days: event.target.value } })}
            />
          </label>
          <label className="fld">
            <span>{t('sick-leave.ongoing')}</span>
            <input
              inputMode="numeric"
              value={sickLeave.ongoingDays}
              maxLength={4}
              placeholder="0"
              onChange={(event) => onChange({ sickLeave: { ...sickLeave, ongoingDays: event.target.value } })}
            />
          </label>
        </div>
      )}
      {sickLeave !== undefined && asks ? (
        <div role="status" className="over-limit">
          <p className="notice">{t('sick-leave.over-limit')}</p>
          {exceptionsFor(leave).map((exception) => (
            <Button
              key={exception}
              pressed={sickLeave.exception === exception}
              onPress={() => onChange({ sickLeave: { ...sickLeave, exception } })}
            >
              {t(`sick-leave.exception.${exception}`)}
            </Button>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
};

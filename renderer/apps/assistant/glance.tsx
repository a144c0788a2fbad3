import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { canMeasure } from '#core/contract/devices.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { classes } from '#renderer/ui/classes.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { currentNeed } from './model/current-task.ts';

/** A longer name takes two smaller lines: neither the name nor the age is ever cut. */
const LONGEST_ON_ONE_LINE = 24;

const useWho = (visit: AssistantProjection): string => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  if (visit.identity === undefined) {
    return visit.startedAt === undefined ? t('glance.nobody') : t('glance.somebody');
  }
  const name = `${visit.identity.givenName} ${visit.identity.familyName}`;
  return visit.ageYears === undefined ? name : `${name}, ${staff.t('years', { count: visit.ageYears })}`;
};

const useNeed = (visit: AssistantProjection): { readonly text: string; readonly needed: boolean } => {
  const { t } = useTranslation('assistant');
  const { t: exam } = useTranslation('exam');
  const { t: attendance } = useTranslation('attendance');
  const need = currentNeed(visit);
  const text = (): string => {
    switch (need.need) {
      case 'request':
        return t('need.request', { measure: t(`request-name.${need.measure}`) });
      case 'attendance':
        return attendance('assistant.need');
      case 'exam':
        return exam('assistant.need', { role: exam(`role.${need.role}`).toLowerCase() });
      default:
        return t(`need.${need.need}`);
    }
  };
  return { text: text(), needed: need.need !== 'none' };
};

/** Four answers in one look: who is in, which step, who needs me, is every instrument ready. */
export const Glance = ({ visit }: { readonly visit: AssistantProjection }) => {
  const { t } = useTranslation('assistant');
  const who = useWho(visit);
  const need = useNeed(visit);
  const ready = visit.devices.filter(({ state }) => canMeasure(state));
  return (
    <div className="glance">
      <div>
        <small>{t('glance.who-title')}</small>
        <b className={classes(who.length > LONGEST_ON_ONE_LINE && 'long')}>{who}</b>
      </div>
      <div>
        <small>{t('glance.step-title')}</small>
        <b>{visit.paused ? t('glance.paused') : t(`stage.${visit.stage}`)}</b>
      </div>
      <div className={classes(need.needed && 'need')} role="status">
        <small>
          {need.needed ? <Bell className="i" aria-hidden /> : null}
          {t('glance.need-title')}
        </small>
        <b>{need.text}</b>
      </div>
      <div>
        <small>{t('glance.devices-title')}</small>
        <b>{t('glance.devices-count', { count: ready.length, total: visit.devices.length })}</b>
      </div>
    </div>
  );
};

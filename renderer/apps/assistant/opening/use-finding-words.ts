import { useTranslation } from 'react-i18next';
import { type InstrumentRole, instrumentRoleSchema } from '#core/instruments/bindings.ts';
import type { Finding } from '#core/opening/check/findings.ts';
import { type Equipment, equipmentSchema } from '#core/opening/equipment.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { type Language, languageSchema } from '#core/visit/words.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

/** What a finding means to whoever assists, in one sentence. */
export const useFindingWords = ({ devices }: Pick<AssistantProjection, 'devices'>) => {
  const { t } = useTranslation('opening');
  const { t: assistantWords } = useTranslation('assistant');
  const { t: examWords } = useTranslation('exam');
  const staff = useStaffWords();

  const nameOf = ({ check }: Finding, name: string): string => {
    switch (check) {
      case 'devices': {
        const [measure] = devices.find(({ id }) => id === name)?.measures ?? [];
        return assistantWords(`devices.name.${measure ?? 'scanner'}`);
      }
      case 'equipment':
        return equipmentSchema.safeParse(name).success ? staff.t(`equipment.${name as Equipment}`) : name;
      case 'instruments':
        return instrumentRoleSchema.safeParse(name).success
          ? examWords(`role.${name as InstrumentRole}`)
          : name;
      case 'voice':
        return languageSchema.safeParse(name).success ? t(`language.${name as Language}`) : name;
      default:
        return name;
    }
  };

  return (finding: Finding): string =>
    t(`note.${finding.note}`, {
      names: (finding.names ?? []).map((name) => nameOf(finding, name)).join(', '),
      figure: finding.figure === undefined ? '' : formatNumber(finding.figure, staff.language),
      fault: finding.code === undefined ? '' : staff.fault(finding.code, 'assistant'),
    });
};

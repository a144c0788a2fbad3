import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import { useAlertWords } from '#renderer/ui/staff/use-alert-words.ts';

/** A value meets the published table once, or is unusual: the people in the cabin are asked to measure it again. */
export const AlertNotice = ({ visit }: { readonly visit: PhysicianProjection }) => {
  const confirm = useAlertWords().toConfirm(visit);
  return confirm === undefined || visit.emergency !== undefined ? null : (
    <p className="notice" role="status">
      {confirm}
    </p>
  );
};

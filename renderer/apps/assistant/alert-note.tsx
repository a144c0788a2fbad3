import type { ReactNode } from 'react';
import type { AlertTable } from '#core/visit/alerts/alerts.ts';
import { useAlertWords } from '#renderer/ui/staff/use-alert-words.ts';

type AlertNoteProps = {
  readonly table: AlertTable;
  readonly otherwise?: ReactNode;
};

/** Which value meets the published table and is to be measured once more, or that nobody but the assistant watches for it here. */
export const AlertNote = ({ table, otherwise = null }: AlertNoteProps) => {
  const words = useAlertWords();
  const confirm = words.toConfirm(table);
  const off = words.off(table);
  if (confirm !== undefined)
    return (
      <p className="fix plain" role="status">
        {confirm}
      </p>
    );
  return off === undefined ? otherwise : <p className="mut">{off}</p>;
};

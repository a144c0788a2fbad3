import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { PairingView, TabletBoard } from '#core/contract/tablet.ts';
import { languageSchema } from '#core/visit/words.ts';
import { formatDate, formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { OwnKeys } from '../cabin.ts';
import { CodeStep, PairingSteps } from './pairing-steps.tsx';

type On = Extract<TabletBoard, { readonly state: 'on' }>;
type OrderKeys = Pick<OwnKeys, 'orderTablets'>;

/** A tablet that is paired, and the key that cuts it; asked twice, since its holder may be at work with it. */
const Tablet = ({ pairing, orderTablets }: OrderKeys & { readonly pairing: PairingView }) => {
  const { t, i18n } = useTranslation('assistant');
  const language = languageSchema.catch('fr').parse(i18n.language);
  const [sure, setSure] = useState(false);
  const { name, connected, lastSeenAt, until } = pairing;
  const seen = { date: formatDate(lastSeenAt.slice(0, 10), language), time: formatTimeOfDay(lastSeenAt) };
  return (
    <li>
      <span>
        <b>{name}</b>
        <small>
          {connected ? t('tablet.connected') : t('tablet.seen', seen)}{' '}
          {t('tablet.until', { date: formatDate(until.slice(0, 10), language) })}
        </small>
      </span>
      <Button
        look={sure ? 'urgent' : 'alt'}
        onPress={() => (sure ? void orderTablets({ type: 'end-pairing', id: pairing.id }) : setSure(true))}
      >
        {t(sure ? 'tablet.end-sure' : 'tablet.end')}
      </Button>
    </li>
  );
};

const Paired = ({ board, orderTablets }: OrderKeys & { readonly board: On }) => {
  const { t } = useTranslation('assistant');
  const { pairings } = board;
  return (
    <section>
      <h3>{t('tablet.paired-title')}</h3>
      {pairings.length === 0 ? <p>{t('tablet.none')}</p> : null}
      <ul className="tablets">
        {pairings.map((pairing) => (
          <Tablet key={pairing.id} pairing={pairing} orderTablets={orderTablets} />
        ))}
      </ul>
    </section>
  );
};

/** Pairs a tablet step by step, and shows which are paired. */
export const TabletsDialog = ({
  tablets,
  orderTablets,
  onClose,
}: Pick<OwnKeys, 'tablets' | 'orderTablets'> & { readonly onClose: () => void }) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const board = useStore(tablets);
  const close = () => {
    // A code nobody looks at serves nobody but a passer-by.
    void orderTablets({ type: 'hide-code' });
    onClose();
  };
  return (
    <Dialog isOpen title={t('tablet.open')} onClose={close}>
      {board.state === 'on' ? (
        <div className="part tablet-pairing">
          <PairingSteps board={board} />
          <div className="aside">
            {board.secure.length === 0 ? null : <CodeStep board={board} orderTablets={orderTablets} />}
            <Paired board={board} orderTablets={orderTablets} />
          </div>
        </div>
      ) : (
        <p role="status">
          {board.state === 'failed' ? staff.fault(board.code, 'assistant') : t('tablet.starting')}
        </p>
      )}
      <Button onPress={close}>{t('tablet.close')}</Button>
    </Dialog>
  );
};

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskSnapshot } from '#gateway/client/physician-desk.ts';
import type { QueueEntry } from '#gateway/client/queue.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useNow } from '#renderer/ui/staff/use-now.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

type QueuePageProps = {
  readonly desk: DeskSnapshot;
  readonly onClaim: (entry: QueueEntry) => void;
  readonly onDismiss: () => void;
  /** Stands under the queue: what the physician tries before taking somebody. */
  readonly children?: ReactNode;
};

const ClaimKey = ({ entry, desk, onClaim }: QueuePageProps & { readonly entry: QueueEntry }) => {
  const { t } = useTranslation('physician');
  const asking = desk.claim.state === 'asking' && desk.claim.place.ticketId === entry.ticket.ticketId;
  if (entry.holder === 'other') return <span className="mut">{t('queue.taken')}</span>;
  if (!entry.compatible) {
    return (
      <>
        <small>{t('queue.incompatible')}</small>
        <Button onPress={() => window.location.reload()}>{t('reload')}</Button>
      </>
    );
  }
  return (
    <Button
      look="main"
      busy={asking ? t('queue.claiming') : undefined}
      label={`${entry.holder === 'me' ? t('queue.mine') : t('queue.claim')}, ${entry.presence.siteName}`}
      onPress={() => onClaim(entry)}
    >
      {entry.holder === 'me' ? t('queue.mine') : t('queue.claim')}
    </Button>
  );
};

/** A consultation with this patient broke off: this physician's, or a colleague's. */
const Interrupted = ({ entry: { ticket, mineBefore } }: { readonly entry: QueueEntry }) => {
  const { t } = useTranslation('physician');
  if (ticket.state !== 'waiting' || ticket.interruptedWith === undefined) return null;
  return <small>{mineBefore ? t('queue.mine-before') : t('queue.interrupted')}</small>;
};

const Row = (props: QueuePageProps & { readonly entry: QueueEntry; readonly now: number }) => {
  const { entry, now } = props;
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const { presence, ticket } = entry;
  const { t: exam } = useTranslation('exam');
  const measures = presence.capabilities.map((measure) => staff.t(`measure.${measure}`)).join(', ');
  const instruments = presence.instruments.map((role) => exam(`role.${role}`)).join(', ');
  const languages = presence.languages.map((language) => t(`queue.language.${language}`)).join(', ');
  return (
    <tr>
      <td>
        <b>{presence.siteName}</b>
        <small>
          {staff.t(`site-kind.${presence.siteKind}`)}
          {presence.simulation ? `, ${t('queue.simulated')}` : ''}
        </small>
      </td>
      <td className="wait">
        <b>{formatMinutes(Math.max(0, now - Date.parse(ticket.since)))}</b>
        <Interrupted entry={entry} />
      </td>
      <td>
        {measures === '' ? t('queue.none-measures') : measures}
        <small>{instruments === '' ? t('queue.none-instruments') : instruments}</small>
      </td>
      <td>
        {t('queue.speaks', { language: t(`queue.language.${ticket.language}`) })}
        <small>{languages}</small>
      </td>
      <td>{presence.assisted ? t('queue.assisted-yes') : t('queue.assisted-no')}</td>
      <td className="do">
        <ClaimKey {...props} />
      </td>
    </tr>
  );
};

const Notice = ({ desk, onDismiss }: QueuePageProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const { claim, connection } = desk;
  const link = {
    connecting: t('queue.connecting'),
    lost: t('queue.lost'),
    replaced: staff.fault('PAGE_REPLACED', 'physician'),
    connected: undefined,
    closed: undefined,
    expired: undefined,
  }[connection.state];
  const told = claim.state === 'refused' ? staff.fault(claim.code, 'physician') : undefined;
  const wentBack = desk.queue.some(({ mineBefore }) => mineBefore);
  const endedWords = wentBack ? t('queue.went-back') : t('queue.ended');
  const ended = claim.state === 'ended' ? endedWords : undefined;
  const old = claim.state === 'refused' && claim.code === 'PROTOCOL_VERSION';
  return (
    <>
      {link === undefined ? null : (
        <p className="notice" role="status">
          {link}
          {connection.state === 'replaced' ? (
            <Button onPress={() => window.location.reload()}>{t('reload')}</Button>
          ) : null}
        </p>
      )}
      {(told ?? ended) === undefined ? null : (
        <p className="notice" role={told === undefined ? 'status' : 'alert'}>
          {told ?? ended}
          <span className="sp" />
          {old ? <Button onPress={() => window.location.reload()}>{t('reload')}</Button> : null}
          <Button onPress={onDismiss}>{t('trouble.dismiss')}</Button>
        </p>
      )}
    </>
  );
};

/** Who waits where, the longest wait first; nothing of any patient. */
export const QueuePage = (props: QueuePageProps) => {
  const { t } = useTranslation('physician');
  const now = useNow();
  const { queue } = props.desk;
  return (
    <section className="queue">
      <div className="hrow">
        <h1>{t('queue.title')}</h1>
        <span className="mut">
          {t('queue.count', { count: queue.filter(({ holder }) => holder === 'nobody').length })}
        </span>
      </div>
      <Notice {...props} />
      {queue.length === 0 ? (
        <div className="card empty">
          <b>{t('queue.empty')}</b>
          <p className="mut">{t('queue.empty-lead')}</p>
        </div>
      ) : (
        <div className="card scroll">
          <table>
            <thead>
              <tr>
                <th>{t('queue.site')}</th>
                <th>{t('queue.waiting')}</th>
                <th>{t('queue.measures')}</th>
                <th>{t('queue.languages')}</th>
                <th>{t('queue.assisted')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {queue.map((entry) => (
                <Row key={`${entry.siteId}/${entry.cabinId}`} {...props} entry={entry} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {props.children}
    </section>
  );
};

import { CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceState, DeviceStatus } from '#core/contract/devices.ts';
import type { DeviceChoice } from '#core/contract/ipc.ts';
import { assertNever } from '#core/result.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CandidateDialog } from '#renderer/ui/staff/candidate-dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { CabinView } from './cabin.ts';

const StateIcon = ({ state }: { readonly state: DeviceState['state'] }) => {
  switch (state) {
    case 'ready':
    case 'measuring':
      return <CircleCheck aria-hidden />;
    case 'found':
    case 'identifying':
      return <CircleDashed aria-hidden />;
    case 'fault':
      return <CircleAlert aria-hidden />;
    case 'absent':
      return <CircleX aria-hidden />;
    default:
      return assertNever(state);
  }
};

type LineProps = {
  readonly icon: ReactNode;
  readonly name: string;
  readonly note: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
};
const Line = ({ icon, name, note, children }: LineProps) => (
  <li>
    {icon}
    <span>
      {name}
      <small>{note}</small>
      {children}
    </span>
  </li>
);

type LinksProps = Pick<CabinView, 'visit' | 'quality'>;

/** Picture and sound of the call, from the cabin's side. */
const CallLine = ({ visit, quality: { call } }: LinksProps) => {
  const { t } = useTranslation('assistant');
  if (visit.stage !== 'call' || call === undefined) return null;
  const fine = call.faults.length === 0;
  return (
    <Line
      icon={fine ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />}
      name={t('devices.call')}
      note={fine ? t('devices.call-fine') : t('devices.call-fault')}
    />
  );
};

const Links = ({ visit, quality }: LinksProps) => {
  const { t } = useTranslation('assistant');
  const { gatewayReady, deviceHostReady, absence, weakLine, site } = visit;
  const mark = (fine: boolean) => (fine ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />);
  return (
    <>
      <h2>{t('devices.links-title')}</h2>
      <ul>
        <Line
          icon={mark(gatewayReady)}
          name={t('devices.gateway')}
          note={gatewayReady ? t('devices.gateway-ready') : t('devices.gateway-lost')}
        />
        <Line
          icon={mark(deviceHostReady)}
          name={t('devices.host')}
          note={deviceHostReady ? t('devices.host-ready') : t('devices.host-lost')}
        />
        <CallLine visit={visit} quality={quality} />
        {weakLine === undefined ? null : (
          <Line icon={mark(false)} name={t('devices.line')} note={t(`weak-line.note.${weakLine.answer}`)} />
        )}
        {absence !== undefined ? (
          <Line
            icon={mark(false)}
            name={t('devices.physician')}
            note={
              site.telephone === undefined
                ? t('devices.physician-away')
                : t('devices.physician-calls', { number: site.telephone })
            }
          />
        ) : null}
      </ul>
    </>
  );
};

const Incidents = ({ visit }: { readonly visit: AssistantProjection }) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const newestFirst = visit.incidents.toReversed();
  return (
    <>
      <h2>{t('devices.incidents-title')}</h2>
      {newestFirst.length === 0 ? (
        <p className="mut">{t('devices.no-incident')}</p>
      ) : (
        <ol className="incidents">
          {newestFirst.map(({ code, at, end }) => (
            <li key={`${code} ${at} ${end}`}>
              <b>{formatTimeOfDay(at)}</b> {staff.found(code, end ?? 'cabin', 'assistant')}
            </li>
          ))}
        </ol>
      )}
    </>
  );
};

/** What an instrument is called by: what it is bought for. */
type Role = ReadingKind | 'scanner';
const roleOf = ([first]: readonly ReadingKind[]): Role => first ?? 'scanner';

const useStateWords = () => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  return (role: Role, state: DeviceState): string => {
    if (state.state === 'fault') return staff.fault(state.code, 'assistant');
    return state.state === 'ready' ? t(`devices.ready.${role}`) : t(`devices.state.${state.state}`);
  };
};

type ChoiceProps = {
  readonly device: DeviceStatus;
  readonly name: string;
  readonly onChoose: (choice: DeviceChoice) => void;
};

/** Several plugged-in devices fit: the assistant says which one it is. */
const Choice = ({ device, name, onChoose }: ChoiceProps) => {
  const { t } = useTranslation('assistant');
  const [open, setOpen] = useState(false);
  if (device.candidates === undefined || device.candidates.length === 0) return null;
  return (
    <>
      <span className="choose">
        <Button look="main" onPress={() => setOpen(true)}>
          {t('devices.choose')}
        </Button>
      </span>
      <CandidateDialog
        isOpen={open}
        device={name}
        candidates={device.candidates}
        onChoose={(mark) => onChoose({ deviceId: device.id, mark })}
        onClose={() => setOpen(false)}
      />
    </>
  );
};

type InstrumentsProps = LinksProps & {
  readonly onChoose: (choice: DeviceChoice) => void;
};

/** What the place must have and has not; nothing is closed by it. */
const Missing = ({ visit: { missingEquipment } }: Pick<LinksProps, 'visit'>) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  if (missingEquipment.length === 0) return null;
  const names = missingEquipment.map((one) => staff.t(`equipment.${one}`)).join(', ');
  return (
    <ul>
      <Line
        icon={<CircleAlert aria-hidden />}
        name={t('devices.missing-title')}
        note={t('devices.missing-equipment', { names })}
      />
    </ul>
  );
};

/** Every device with its state in words, the links of the cabin, and what has gone wrong in this visit. */
export const Instruments = ({ visit, quality, onChoose }: InstrumentsProps) => {
  const { t } = useTranslation('assistant');
  const words = useStateWords();
  return (
    <section className="card inst" aria-label={t('devices.title')}>
      <h2>{t('devices.title')}</h2>
      <ul>
        {visit.devices.map((device) => {
          const role = roleOf(device.measures);
          const name = t(`devices.name.${role}`);
          return (
            <Line
              key={device.id}
              icon={<StateIcon state={device.state.state} />}
              name={name}
              note={words(role, device.state)}
            >
              <Choice device={device} name={name} onChoose={onChoose} />
            </Line>
          );
        })}
      </ul>
      <Missing visit={visit} />
      <Links visit={visit} quality={quality} />
      <Incidents visit={visit} />
    </section>
  );
};

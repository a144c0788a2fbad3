import { ArrowLeft, PhoneCall } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Emergency as EmergencyState } from '#core/visit/emergency/emergency.ts';
import type { Assistant, Site } from '#core/visit/words.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { SpeakerKey } from '#renderer/ui/sentence.tsx';

const Numbers = ({ emergencyLine }: { readonly emergencyLine: string }) => {
  const { t } = useTranslation('patient');
  const rows = [
    { number: '15', lines: [t('emergency.samu'), t('emergency.line', { number: emergencyLine })] },
    { number: '112', lines: [t('emergency.europe')] },
    { number: '114', lines: [t('emergency.deaf')] },
  ];
  return (
    <div className="nums">
      <h2>{t('emergency.numbers')}</h2>
      {rows.map(({ number, lines }) => (
        <section className="card num" key={number}>
          <b>{number}</b>
          <span>
            {lines.map((line) => (
              <span className="line" key={line}>
                {line}
              </span>
            ))}
          </span>
        </section>
      ))}
    </div>
  );
};

const Address = ({ site }: { readonly site: Site }) => {
  const { t } = useTranslation('patient');
  const rows = [
    [t('emergency.entrance'), site.entrance],
    [t('emergency.floor'), site.floor],
    [t('emergency.code'), site.accessCode],
    [t('emergency.defibrillator'), site.defibrillator],
    [t('emergency.position'), site.position],
  ] as const;
  const lines = [site.name, ...site.addressLines];
  const spoken = [...lines, ...rows.slice(0, 4).map(([label, value]) => `${label}, ${value}`)].join('. ');
  return (
    <section className="card adr">
      <p className="eyebrow">{t('emergency.address')}</p>
      <p className="a">
        {lines.map((line) => (
          <span className="line" key={line}>
            <bdi>{line}</bdi>
          </span>
        ))}
      </p>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <SpeakerKey text={spoken} label={t('emergency.listen-address')} />
    </section>
  );
};

type EmergencyProps = {
  readonly site: Site;
  /** Absent when nobody is on duty. */
  readonly assistant?: Assistant;
  /** Absent until the cabin has confirmed that it told someone: the page is there at once all the same. */
  readonly emergency: EmergencyState | undefined;
  readonly onMistake: () => void;
  /** The physician stays until help takes over. */
  readonly children?: ReactNode;
};

/** The numbers and the address to read out. The cabin calls a person; it never dials, and never says what it is. */
export const Emergency = ({ site, assistant, emergency, onMistake, children }: EmergencyProps) => {
  const { t } = useTranslation('patient');
  const told = () => {
    if (emergency === undefined) return null;
    const time = formatTimeOfDay(emergency.raisedAt);
    const step = emergency.retracted
      ? 'retracted'
      : emergency.acknowledgedAt === undefined
        ? 'since'
        : 'acknowledged';
    const words = (): string =>
      assistant === undefined
        ? t(`emergency.nobody-on-duty.${step}`, { time })
        : t(`emergency.${step}`, { name: assistant.givenName, time });
    if (emergency.retracted) return words();
    const lastCall = emergency.calls.at(-1);
    if (lastCall !== undefined) return t('emergency.called', { time: formatTimeOfDay(lastCall.at) });
    return words();
  };
  return (
    <main className="emg">
      <div className="hd" role="alert">
        <PhoneCall className="i" aria-hidden />
        <div>
          <h1>{t(emergency === undefined ? 'emergency.title-sent' : 'emergency.title')}</h1>
          <p>{told()}</p>
        </div>
        {emergency?.retracted === true ? null : (
          <Button look="plain" icon={<ArrowLeft className="i flip" aria-hidden />} onPress={onMistake}>
            {t('emergency.mistake')}
          </Button>
        )}
      </div>
      {children}
      <ScrollColumn fill>
        <div className="split2">
          <Numbers emergencyLine={site.emergencyLine} />
          <Address site={site} />
        </div>
      </ScrollColumn>
    </main>
  );
};

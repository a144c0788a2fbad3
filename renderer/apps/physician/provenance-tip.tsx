import { useTranslation } from 'react-i18next';
import type { Reading } from '#core/vitals/reading.ts';
import { formatMinutes, formatTimeOfDay } from '#renderer/i18n/format.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { pressureText } from '#renderer/ui/staff/value-text.ts';
import { type Provenance, provenanceOf } from './model/provenance.ts';

type Row = readonly [fact: string, value: string | undefined];

const useRows = (provenance: Provenance): readonly Row[] => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const readings = provenance.series
    .map((reading) => pressureText(reading.values, staff.language))
    .filter((text) => text !== undefined)
    .join(', ');
  const rest =
    provenance.restMs === undefined
      ? undefined
      : t('provenance.rest-time', { time: formatMinutes(provenance.restMs) });
  const anew =
    provenance.restBreaks === 0 ? undefined : t('provenance.rest-anew', { count: provenance.restBreaks });
  const cut =
    provenance.restShortened === undefined
      ? undefined
      : t('provenance.rest-cut', { reason: provenance.restShortened });
  const enteredIn =
    provenance.enteredIn === undefined
      ? undefined
      : staff.t('entered-in', { unit: staff.t(`other-unit.${provenance.enteredIn}`) });
  const { cuff } = provenance;
  const flags = provenance.flags.map((flag) => staff.t(`flag.${flag}`)).join(', ');
  return [
    [t('provenance.readings'), readings === '' ? undefined : readings],
    [
      t('provenance.rule'),
      provenance.averaged === 0 ? undefined : t('provenance.mean', { count: provenance.averaged }),
    ],
    [
      t('provenance.origin'),
      [t(`provenance.origin-${provenance.origin}`), enteredIn]
        .filter((part) => part !== undefined)
        .join(', '),
    ],
    [t('provenance.device'), provenance.device],
    [t('provenance.rest'), [rest, anew, cut].filter((part) => part !== undefined).join(', ') || undefined],
    [
      t('provenance.cuff'),
      cuff && `${staff.t(`cuff.arm.${cuff.arm}`)}, ${staff.t(`cuff.size.${cuff.size}`)}`,
    ],
    [
      t('provenance.posture'),
      [
        provenance.seated ? t('provenance.seated') : undefined,
        ...(cuff?.checked ?? []).map((point) => staff.t(`cuff.point.${point}`)),
      ]
        .filter((part) => part !== undefined)
        .join(', ') || undefined,
    ],
    [t('provenance.signal'), provenance.signal === undefined ? undefined : staff.signal(provenance.signal)],
    [t('provenance.flags'), flags === '' ? undefined : flags],
    [t('provenance.attempt'), String(provenance.attempt)],
    [t('provenance.assisted'), provenance.assistedBy],
    [t('provenance.taken'), formatTimeOfDay(provenance.takenAt)],
    [t('provenance.device-time'), provenance.deviceTime?.replace('T', ' ')],
    [t('provenance.hash'), provenance.rawHash],
  ];
};

type ProvenanceTipProps = {
  readonly id: string;
  readonly reading: Reading;
  readonly readings: readonly Reading[];
};

/** Where a value comes from: readings of the series, rule, device, rest, origin, who helped, when. */
export const ProvenanceTip = ({ id, reading, readings }: ProvenanceTipProps) => {
  const rows = useRows(provenanceOf(reading, readings));
  return (
    <div className="tip" id={id} role="tooltip">
      <dl>
        {rows.map(([fact, value]) =>
          value === undefined ? null : (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
};

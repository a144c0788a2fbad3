import type { DecodedReading, DeviceIdentity, ReadingFlag } from '#core/vitals/decoded.ts';
import type { ReadingKind, Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { CENTIMETRES_PER_INCH, convertPrinted, KILOGRAMS_PER_POUND } from '../../kit/convert.ts';
import { deviceTimeOf } from './device-time.ts';
import { numberOf, type Printed, readTags, type Tags, textOf } from './fields.ts';
import { manifest } from './manifest.ts';

interface Common {
  readonly deviceTime?: string;
  readonly flags: ReadingFlag[];
  readonly device: DeviceIdentity;
  readonly frames: 1;
}

/** The reading of a line that did not pass: nothing in it is believed, not even its model. */
export const refusedLine = (reason: 'structure' | 'checksum'): DecodedReading => ({
  kind: 'body-weight',
  status: 'invalid',
  reason,
  flags: [],
  device: manifest.identity,
  frames: 1,
});

const identityOf = (tags: Tags): DeviceIdentity => {
  const serial = textOf(tags.get('SN'));
  return {
    maker: manifest.identity.maker,
    model: textOf(tags.get('MO')) ?? manifest.identity.model,
    ...(serial === undefined ? {} : { serial }),
  };
};

/** What the first control pair of the head says of the unit of `Wk`: 1 on professional models, 2 on BC-601, 3 in pounds on BC-601. */
const UNIT_OF_HEAD: Readonly<Record<string, 'kg' | 'lb'>> = { '1': 'kg', '2': 'kg', '3': 'lb' };

/** Weight in kg; undefined when the line says it in no known unit, or in two. `Wp` is pounds whatever the head says (WB-3000). */
const weightOf = (tags: Tags): number | undefined => {
  const kilograms = tags.get('Wk');
  const pounds = tags.get('Wp');
  if (kilograms !== undefined && pounds !== undefined) return undefined;
  const printed = numberOf(kilograms ?? pounds);
  const unit = pounds === undefined ? UNIT_OF_HEAD[tags.get('~0') ?? ''] : 'lb';
  if (printed === undefined || unit === undefined) return undefined;
  return unit === 'kg' ? printed.value : convertPrinted(printed, KILOGRAMS_PER_POUND);
};

/** Models with a height rod; on every other one the height is typed in by the user and is no measurement. */
const MODELS_WITH_ROD = /^WB-3000/;

const centimetres = (printed: Printed | undefined, perUnit: number): number | undefined =>
  printed && (perUnit === 1 ? printed.value : convertPrinted(printed, perUnit));

/** Height in cm of a model that measures it: `Hm` in cm, `Hf` in inches. */
const heightOf = (tags: Tags): number | undefined =>
  tags.has('Hm')
    ? centimetres(numberOf(tags.get('Hm')), 1)
    : centimetres(numberOf(tags.get('Hf')), CENTIMETRES_PER_INCH);

const judge = (kind: ReadingKind, values: Values | undefined, common: Common): DecodedReading => {
  if (values === undefined) return { kind, status: 'invalid', reason: 'structure', ...common };
  if (!isPlausible(values)) return { kind, status: 'invalid', reason: 'out-of-range', ...common };
  return { kind, status: 'valid', values, ...common };
};

const readHeight = (tags: Tags, common: Common): DecodedReading[] => {
  const isMeasured = MODELS_WITH_ROD.test(common.device.model) && (tags.has('Hm') || tags.has('Hf'));
  const height = heightOf(tags);
  // A rod left at rest prints 0: nothing was measured.
  if (!isMeasured || height === 0) return [];
  return [
    judge(
      'body-height',
      height === undefined ? undefined : { height: { value: height, unit: 'cm' } },
      common,
    ),
  ];
};

/** The readings of a line whose checksum was right: weight, and height from a rod; none for a profile, which weighs nothing. */
export const readProtectedLine = (text: string): DecodedReading[] => {
  const tags = readTags(text);
  if (tags === undefined) return [refusedLine('structure')];
  const deviceTime = deviceTimeOf(tags);
  const common: Common = {
    ...(deviceTime === undefined ? {} : { deviceTime }),
    flags: [],
    device: identityOf(tags),
    frames: 1,
  };
  const weighs = tags.has('Wk') || tags.has('Wp');
  const weight = weightOf(tags);
  const values: Values | undefined =
    weight === undefined ? undefined : { weight: { value: weight, unit: 'kg' } };
  return [...(weighs ? [judge('body-weight', values, common)] : []), ...readHeight(tags, common)];
};

import type { MapView } from '#core/visit/examination/listening-map.ts';

const INK = '#10242C';
const SKIN = '#F3CDB4';
const SHADE = '#E2AE90';
const HAIR = '#D5DCDC';

/** Neck, shoulders and trunk, down to the waist. */
const TRUNK =
  'M251.2 77.2L247 78.6L243 80.6L237.6 84.4L233 89.3L230.6 93L228.6 97L227.2 101.2L226.3 105.6L223.9 139.8L209.1 142.3L191.2 147.2L169.3 155.7L148 164.9L137.6 169.9L128 175.5L119.6 182.2L112.8 190L110.1 194.2L105.6 203.2L103.8 208L100.5 218.7L96 238L93.1 253.2L89.4 279.1L86.1 308.5L81.9 353.4L74 460L71.2 474.2L65.6 489.6L50.7 522L43.9 538.1L39.1 553.6L37.5 568L40.3 580.8L48.7 591.6L64 600L88.7 606.3L123.1 611.2L164.7 614.7L211.2 616.8L260 617.5L308.8 616.8L355.3 614.7L396.9 611.2L431.3 606.3L456 600L471.3 591.6L479.7 580.8L482.5 568L480.9 553.6L476.1 538.1L469.3 522L454.4 489.6L448.8 474.2L446 460L438.1 353.4L433.9 308.5L430.6 279.1L426.9 253.2L424 238L419.5 218.7L416.2 208L414.4 203.2L409.9 194.2L407.2 190L400.4 182.2L392 175.5L382.4 169.9L372 164.9L350.7 155.7L328.8 147.2L310.9 142.3L296.1 139.8L293.7 105.6L292.8 101.2L291.4 97L288.3 91.1L285.6 87.6L280.7 83L277 80.6L270.9 77.8L266.6 76.7L260 76L255.6 76.3Z';
const LEFT_EAR =
  'M214 100L213.2 94.3L210.8 89.4L209.1 87.5L207.2 86.1L205.1 85.3L203 85L200.9 85.3L198.8 86.1L196.9 87.5L195.2 89.4L192.8 94.3L192 100L192.8 105.7L195.2 110.6L196.9 112.5L198.8 113.9L200.9 114.7L203 115L205.1 114.7L207.2 113.9L209.1 112.5L210.8 110.6L213.2 105.7Z';
const RIGHT_EAR =
  'M328 100L327.2 94.3L324.8 89.4L323.1 87.5L321.2 86.1L319.1 85.3L317 85L314.9 85.3L312.8 86.1L310.9 87.5L309.2 89.4L306.8 94.3L306 100L306.8 105.7L309.2 110.6L310.9 112.5L312.8 113.9L314.9 114.7L317 115L319.1 114.7L321.2 113.9L323.1 112.5L324.8 110.6L327.2 105.7Z';
const HEAD =
  'M260 34L251.6 34.6L247.3 35.3L238.6 37.5L234.4 39L226.6 43L223.1 45.3L220 48L217.2 51.1L214.6 54.6L210 62.9L206.3 72L203.6 81.3L202 90L201.7 94.2L201.7 98.4L202.7 107.1L205.8 119.5L208.5 126.8L211.6 132.9L213.4 135.5L217.5 140.2L222.1 144.1L227 147.3L234.6 151.1L240 152.6L245.6 153.5L254.3 154L265.7 154L277.2 153.1L285.4 151.1L290.5 148.7L295.5 145.8L302.5 140.2L306.6 135.5L308.4 132.9L312.9 123.3L316.5 111.4L318 102.8L318.3 98.4L318 90L315.2 76.7L312 67.4L307.8 58.6L305.4 54.6L300 48L293.4 43L289.6 40.9L281.4 37.5L272.7 35.3L268.4 34.6Z';

const Shape = ({ d, fill }: { readonly d: string; readonly fill: string }) => (
  <path d={d} fill={fill} stroke={INK} strokeWidth="6" strokeLinejoin="round" />
);
const Line = ({
  d,
  stroke,
  width,
}: {
  readonly d: string;
  readonly stroke: string;
  readonly width: number;
}) => <path d={d} fill="none" stroke={stroke} strokeWidth={width} strokeLinecap="round" />;

const Behind = () => (
  <>
    <Shape d={HEAD} fill={HAIR} />
    <Line d="M226 92Q260 68 294 92" stroke={INK} width={4} />
    <Line d="M260 190Q258 385 260 560" stroke={SHADE} width={4} />
    <Line d="M212 226Q243 301 190 332" stroke={SHADE} width={4.5} />
    <Line d="M308 226Q277 301 330 332" stroke={SHADE} width={4.5} />
  </>
);

const InFront = () => (
  <>
    <Shape d={HEAD} fill={SKIN} />
    <Line d="M246 138Q260 146 274 138" stroke={INK} width={4} />
    <Line d="M238 178Q200 168 158 184" stroke={SHADE} width={4.5} />
    <Line d="M282 178Q320 168 362 184" stroke={SHADE} width={4.5} />
    <Line d="M260 196L260 378" stroke={SHADE} width={4} />
    <Line d="M260 378Q214 396 176 470" stroke={SHADE} width={4.5} />
    <Line d="M260 378Q306 396 344 470" stroke={SHADE} width={4.5} />
  </>
);

/** A trunk without its points, from behind or from the front; the collarbones, breastbone and ribs' edge are there to find the way. */
export const Trunk = ({ view }: { readonly view: MapView }) => (
  <>
    <Shape d={TRUNK} fill={SKIN} />
    <Shape d={LEFT_EAR} fill={SKIN} />
    <Shape d={RIGHT_EAR} fill={SKIN} />
    {view === 'back' ? <Behind /> : <InFront />}
    <Line d="M128 300Q148 350 136 600" stroke={INK} width={5} />
    <Line d="M392 300Q372 350 384 600" stroke={INK} width={5} />
  </>
);

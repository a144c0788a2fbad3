import * as z from 'zod';
import { fail, ok, type Result } from '#core/result.ts';
import { staffLanguageSchema } from '#core/visit/words.ts';

const size = z
  .string()
  .regex(/^\d{3,5}x\d{3,5}$/)
  .transform((text) => {
    const [width = 0, height = 0] = text.split('x').map(Number);
    return { width, height };
  });

const optionsSchema = z.strictObject({
  /** Devices file; without one the cabin has no device. */
  devices: z.string().min(1).optional(),
  /** Starts the usual devices as simulators, in a process of the cabin's own. */
  simulate: z.literal('').optional(),
  /** Opens the technician's window at the start. */
  technician: z.literal('').optional(),
  windowed: z.literal('').optional(),
  lang: staffLanguageSchema.default('fr'),
  /** How many times faster rests and gaps go by; a packaged cabin refuses anything but 1. */
  'clock-rate': z.coerce.number().min(1).max(1_000).default(1),
  /** How many times faster somebody who gives no sign is missed; a packaged cabin refuses anything but 1. */
  'attendance-rate': z.coerce.number().min(1).max(1_000).default(1),
  /** Port of the embedded gateway; 0 takes a free one. */
  'gateway-port': z.coerce.number().int().min(0).max(65_535).default(8_443),
  /** Folder for the bundles that leave. */
  handover: z.string().min(1),
  /** Profile file of the site; needed with real devices. */
  profile: z.string().min(1).optional(),
  'patient-size': size.optional(),
});
type RawOptions = z.infer<typeof optionsSchema>;

export interface CabinOptions {
  readonly devicesFile?: string;
  readonly profileFile?: string;
  readonly simulate: boolean;
  readonly technician: boolean;
  readonly windowed: boolean;
  readonly language: RawOptions['lang'];
  readonly clockRate: number;
  readonly attendanceRate: number;
  readonly gatewayPort: number;
  readonly handoverFolder: string;
  readonly patientSize?: { readonly width: number; readonly height: number };
}

const PREFIX = '--cabine-';

/** Reads the `--cabine-<name>[=value]` switches of a command line; the failure is one line for the terminal. */
export const readOptions = (
  argv: readonly string[],
  defaults: { readonly handover: string; readonly packaged: boolean },
): Result<CabinOptions, string> => {
  const given: Record<string, string> = { handover: defaults.handover };
  for (const word of argv) {
    if (!word.startsWith(PREFIX)) continue;
    const [name = '', ...value] = word.slice(PREFIX.length).split('=');
    given[name] = value.join('=');
  }
  const parsed = optionsSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.');
    return fail(`${PREFIX}${name}: ${issue?.message ?? 'not understood'}`);
  }
  const raw = parsed.data;
  for (const rate of ['clock-rate', 'attendance-rate'] as const)
    if (defaults.packaged && raw[rate] !== 1)
      return fail(`${PREFIX}${rate}: a packaged cabin keeps true time`);
  return ok({
    ...(raw.devices === undefined ? {} : { devicesFile: raw.devices }),
    ...(raw.profile === undefined ? {} : { profileFile: raw.profile }),
    simulate: raw.simulate !== undefined,
    technician: raw.technician !== undefined,
    windowed: raw.windowed !== undefined,
    language: raw.lang,
    clockRate: raw['clock-rate'],
    attendanceRate: raw['attendance-rate'],
    gatewayPort: raw['gateway-port'],
    handoverFolder: raw.handover,
    ...(raw['patient-size'] === undefined ? {} : { patientSize: raw['patient-size'] }),
  });
};

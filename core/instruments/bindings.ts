import * as z from 'zod';
import { BODY_SITES, type ExamTarget } from '../visit/examination/targets.ts';

/** What an instrument is for: the stethoscope, or what a camera looks at. One camera may serve several sites. */
export const INSTRUMENT_ROLES = ['stethoscope', ...BODY_SITES] as const;
export const instrumentRoleSchema = z.enum(INSTRUMENT_ROLES);
export type InstrumentRole = z.infer<typeof instrumentRoleSchema>;

/** The instrument that a request needs. */
export const roleOf = (target: ExamTarget): InstrumentRole =>
  target.instrument === 'stethoscope' ? 'stethoscope' : target.site;

/**
 * How an instrument is told from the cabin's other cameras and microphones: by its name as the browser shows it, without the USB id that
 * Chromium puts at the end, by that USB id, or by both.
 */
export const deviceMarkSchema = z
  .strictObject({
    label: z.string().trim().min(1).max(200).optional(),
    usb: z
      .string()
      .regex(/^[0-9a-f]{4}:[0-9a-f]{4}$/, 'vendor and product in hexadecimal, such as 0c45:6366')
      .optional(),
  })
  .refine(({ label, usb }) => label !== undefined || usb !== undefined, { error: 'a label or a usb id' });
export type DeviceMark = z.infer<typeof deviceMarkSchema>;

/** Which device plays which instrument at a site. A role that is not named here is not offered to the physician. */
export const instrumentBindingsSchema = z.partialRecord(instrumentRoleSchema, deviceMarkSchema);
export type InstrumentBindings = z.infer<typeof instrumentBindingsSchema>;

/** A camera or a microphone as the browser lists it. */
export interface MediaDevice {
  readonly deviceId: string;
  readonly kind: 'audioinput' | 'videoinput';
  readonly label: string;
}

/** Kind of device of each role. */
const kindOf = (role: InstrumentRole): MediaDevice['kind'] =>
  role === 'stethoscope' ? 'audioinput' : 'videoinput';

/** Chromium shows a USB camera as `Name (vvvv:pppp)`. */
const USB_AT_END = /\s*\(([0-9a-f]{4}:[0-9a-f]{4})\)\s*$/i;

/** Parts a label into name and USB id; a label that names no USB id is all name. */
export const markOf = (label: string): { readonly label: string; readonly usb: string | undefined } => ({
  label: label.replace(USB_AT_END, '').trim(),
  usb: USB_AT_END.exec(label)?.[1]?.toLowerCase(),
});

/** Whether a device bears a mark. A mark with both parts needs both, so that a twin of another maker is not taken for it. */
export const bears = (device: Pick<MediaDevice, 'label'>, mark: DeviceMark): boolean => {
  const seen = markOf(device.label);
  const sameName = mark.label === undefined || mark.label.toLowerCase() === seen.label.toLowerCase();
  return sameName && (mark.usb === undefined || mark.usb === seen.usb);
};

/** Aliases of a device that is listed once more (Chromium's `default` and `communications`). */
const ALIASES: readonly string[] = ['default', 'communications'];

/** Whether this entry of the browser's list is another one once more. */
export const isAlias = ({ deviceId }: Pick<MediaDevice, 'deviceId'>): boolean => ALIASES.includes(deviceId);

/** The devices that may be the instrument of this role; none when the site does not name it. */
export const candidatesFor = (
  role: InstrumentRole,
  devices: readonly MediaDevice[],
  bindings: InstrumentBindings,
): readonly MediaDevice[] => {
  const mark = bindings[role];
  if (mark === undefined) return [];
  return devices.filter((device) => device.kind === kindOf(role) && !isAlias(device) && bears(device, mark));
};

/** Whether a device plays any instrument: the face and the voice are never taken from it. */
export const isInstrument = (device: MediaDevice, bindings: InstrumentBindings): boolean =>
  INSTRUMENT_ROLES.some((role) => {
    const mark = bindings[role];
    return mark !== undefined && device.kind === kindOf(role) && bears(device, mark);
  });

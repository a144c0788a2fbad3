import * as z from 'zod';

/** Who can mend a failure: it decides which screen asks for action. */
export type Fixer = 'itself' | 'patient' | 'assistant' | 'physician' | 'technician';
/** What the software does by itself after the failure. */
export type RetryPolicy = 'at-once' | 'back-off' | 'on-request' | 'never';

interface CatalogueRow {
  readonly fixer: Fixer;
  readonly retry: RetryPolicy;
}

/**
 * The one catalogue of expected failures. The words for each role and language are in `renderer/i18n/<language>/errors.ts`
 * under the same code; a test holds the two together.
 */
export const ERROR_CATALOGUE = {
  // Devices and ports
  PORT_MISSING: { fixer: 'technician', retry: 'back-off' },
  PORT_BUSY: { fixer: 'technician', retry: 'back-off' },
  PORT_PERMISSION: { fixer: 'technician', retry: 'back-off' },
  PORT_RENUMBERED: { fixer: 'technician', retry: 'back-off' },
  PORT_TWINS: { fixer: 'assistant', retry: 'back-off' },
  PORT_FAILED: { fixer: 'technician', retry: 'back-off' },
  DEVICE_SILENT: { fixer: 'assistant', retry: 'back-off' },
  DEVICE_UNPLUGGED: { fixer: 'assistant', retry: 'back-off' },
  DEVICE_UNKNOWN: { fixer: 'technician', retry: 'back-off' },
  DEVICE_AMBIGUOUS: { fixer: 'assistant', retry: 'back-off' },
  DEVICE_FROZEN: { fixer: 'assistant', retry: 'on-request' },
  DEVICE_BATTERY: { fixer: 'assistant', retry: 'on-request' },
  DEVICE_STORED_ONLY: { fixer: 'assistant', retry: 'on-request' },
  DEVICE_GARBLED: { fixer: 'assistant', retry: 'at-once' },
  DEVICE_REFUSED: { fixer: 'assistant', retry: 'on-request' },
  DEVICE_NOT_CONFIGURED: { fixer: 'technician', retry: 'never' },
  DEVICE_HOST_RESTARTED: { fixer: 'itself', retry: 'at-once' },
  /** What the technician asked of a simulator, a recording or a report could not be done; the detail says why. */
  BENCH_FAILED: { fixer: 'technician', retry: 'on-request' },
  // People
  /** Nobody is on duty, or the cabin is not open for another reason. */
  CABIN_CLOSED: { fixer: 'assistant', retry: 'on-request' },
  NOT_SIGNED_IN: { fixer: 'assistant', retry: 'on-request' },
  CODE_WRONG: { fixer: 'assistant', retry: 'on-request' },
  /** Too many wrong codes: none is taken for a while. */
  CODE_PAUSE: { fixer: 'assistant', retry: 'back-off' },
  TRAINING_EXPIRED: { fixer: 'assistant', retry: 'never' },
  /** A nurse does not practise where medicines are sold (R.4312-77), unless a named manager lets them. */
  PREMISES_NOT_ALLOWED: { fixer: 'assistant', retry: 'on-request' },
  /** An emergency is not over: the physician says who has taken the patient over. */
  HANDED_OVER_MISSING: { fixer: 'physician', retry: 'on-request' },
  /** Patient and physician are alone: the assistant's hands are not there. */
  PRIVATE_TALK: { fixer: 'itself', retry: 'on-request' },
  /** A minor: the holder of parental authority is not noted. */
  GUARDIAN_MISSING: { fixer: 'assistant', retry: 'on-request' },
  HELP_UNANSWERED: { fixer: 'assistant', retry: 'never' },
  /** Whoever left with an alarming sign is to be reached, or tried. */
  PATIENT_NOT_CALLED: { fixer: 'assistant', retry: 'on-request' },
  // Captures
  CAPTURE_TIMEOUT: { fixer: 'patient', retry: 'on-request' },
  CAPTURE_MOVED: { fixer: 'patient', retry: 'on-request' },
  CAPTURE_NO_PULSE: { fixer: 'assistant', retry: 'on-request' },
  CAPTURE_CUFF: { fixer: 'assistant', retry: 'on-request' },
  CAPTURE_SIGNAL_LOST: { fixer: 'patient', retry: 'on-request' },
  CAPTURE_OUT_OF_RANGE: { fixer: 'assistant', retry: 'on-request' },
  CAPTURE_STOPPED: { fixer: 'patient', retry: 'on-request' },
  // The visit
  NOT_ALLOWED: { fixer: 'assistant', retry: 'never' },
  NOT_NOW: { fixer: 'itself', retry: 'never' },
  NO_VISIT: { fixer: 'itself', retry: 'never' },
  INVALID_MESSAGE: { fixer: 'technician', retry: 'never' },
  VALUE_IMPLAUSIBLE: { fixer: 'assistant', retry: 'on-request' },
  CONSENT_REFUSED: { fixer: 'patient', retry: 'on-request' },
  // Papers
  /** A paper has not arrived whole: it would be closed over. */
  PAPER_ON_THE_WAY: { fixer: 'physician', retry: 'on-request' },
  /** A paper is not printed, lies in the tray, or nobody has said what becomes of it. */
  PAPERS_WAITING: { fixer: 'assistant', retry: 'on-request' },
  PAPER_TOO_MANY: { fixer: 'physician', retry: 'never' },
  PAPER_NOT_PDF: { fixer: 'physician', retry: 'on-request' },
  PAPER_TOO_LARGE: { fixer: 'physician', retry: 'on-request' },
  PAPER_TOO_LONG: { fixer: 'physician', retry: 'on-request' },
  /** It opens by a password only. */
  PAPER_ENCRYPTED: { fixer: 'physician', retry: 'on-request' },
  PAPER_UNREADABLE: { fixer: 'physician', retry: 'on-request' },
  /** What came is not what was announced. */
  PAPER_DIFFERS: { fixer: 'physician', retry: 'on-request' },
  PRINTER_MISSING: { fixer: 'technician', retry: 'on-request' },
  PRINTER_OFFLINE: { fixer: 'assistant', retry: 'on-request' },
  PRINTER_PAPER_OUT: { fixer: 'assistant', retry: 'on-request' },
  PRINTER_JAMMED: { fixer: 'assistant', retry: 'on-request' },
  /** The printer, or what draws the pages for it, gave up or did not answer. */
  PRINT_FAILED: { fixer: 'assistant', retry: 'on-request' },
  // Gateway, claims and call
  GATEWAY_LOST: { fixer: 'itself', retry: 'back-off' },
  /** The external broker is not reached; the detail holds its address. */
  BROKER_LOST: { fixer: 'itself', retry: 'back-off' },
  /** The external broker does not obey the gateway: its user, its rights or the plugin; the detail says which. */
  BROKER_REFUSED: { fixer: 'technician', retry: 'back-off' },
  GATEWAY_PORT_TAKEN: { fixer: 'technician', retry: 'never' },
  SIGN_IN_REFUSED: { fixer: 'physician', retry: 'on-request' },
  SIGN_IN_CANCELLED: { fixer: 'physician', retry: 'on-request' },
  SIGN_IN_EXPIRED: { fixer: 'physician', retry: 'on-request' },
  /** The way back does not belong to the sign-in that this browser began. */
  SIGN_IN_MISMATCH: { fixer: 'physician', retry: 'on-request' },
  SIGN_IN_CLOCK: { fixer: 'technician', retry: 'on-request' },
  SIGN_IN_UNAVAILABLE: { fixer: 'itself', retry: 'on-request' },
  SIGN_IN_NOT_PHYSICIAN: { fixer: 'physician', retry: 'never' },
  /** The identity provider did not tell what the patient must be shown. */
  SIGN_IN_INCOMPLETE: { fixer: 'physician', retry: 'never' },
  SIGN_IN_TOO_MANY: { fixer: 'physician', retry: 'on-request' },
  SIGN_IN_NOT_SET_UP: { fixer: 'technician', retry: 'never' },
  SESSION_EXPIRED: { fixer: 'physician', retry: 'on-request' },
  /** No link of this gateway, or one from before its restart. */
  GUEST_LINK_UNKNOWN: { fixer: 'assistant', retry: 'never' },
  GUEST_LINK_USED: { fixer: 'assistant', retry: 'never' },
  GUEST_LINK_EXPIRED: { fixer: 'assistant', retry: 'never' },
  GUEST_LINK_REVOKED: { fixer: 'assistant', retry: 'never' },
  /** Not the code on the cabin's screen. */
  TABLET_CODE_WRONG: { fixer: 'assistant', retry: 'on-request' },
  /** No code is on the cabin's screen: too late, or wrong too often. */
  TABLET_CODE_OVER: { fixer: 'assistant', retry: 'on-request' },
  /** No tablet of this cabin, or not any more. */
  TABLET_UNKNOWN: { fixer: 'assistant', retry: 'never' },
  /** The same physician opened their page once more: the newer one has the visit, the older one forgets it. */
  PAGE_REPLACED: { fixer: 'itself', retry: 'never' },
  ALREADY_TAKEN: { fixer: 'physician', retry: 'never' },
  TICKET_GONE: { fixer: 'physician', retry: 'never' },
  /** The consultation is closed and its record left: what came after it would be in no record. */
  CONSULTATION_CLOSED: { fixer: 'physician', retry: 'never' },
  /** A message that is longer than any may be: it was not read. */
  MESSAGE_TOO_LONG: { fixer: 'technician', retry: 'never' },
  /** More messages of one sender than anything of ours sends: those above the rate were not read. */
  MESSAGE_TOO_MANY: { fixer: 'technician', retry: 'never' },
  /** A message that names a number of the stream that was never given, or one that was lost from a channel that loses none. */
  MESSAGE_OUT_OF_ORDER: { fixer: 'itself', retry: 'at-once' },
  /** A command whose id was another command's before. */
  MESSAGE_REPLAYED: { fixer: 'technician', retry: 'never' },
  /** The physician's page rendered another value than the record holds; it was hidden there, and sent again. */
  READING_DIFFERS: { fixer: 'itself', retry: 'at-once' },
  /** What the physician's page held of the visit besides its readings was not the cabin's; all was sent anew. */
  VISIT_DIFFERS: { fixer: 'itself', retry: 'at-once' },
  PROTOCOL_VERSION: { fixer: 'physician', retry: 'never' },
  /** No new frame of the other side's picture for 2 s or more, while the call lives. */
  PICTURE_FROZEN: { fixer: 'itself', retry: 'at-once' },
  /** The browser plays no sound before the person has touched the page. */
  SOUND_HELD: { fixer: 'physician', retry: 'on-request' },
  /** The other side's voice came, and no sound has come for 3 s or more, while the call lives. */
  SOUND_LOST: { fixer: 'itself', retry: 'at-once' },
  /** The line bears no moving picture. */
  LINE_POOR: { fixer: 'itself', retry: 'back-off' },
  /** The physician went on over a line that bears no picture. */
  LINE_CONTINUED: { fixer: 'itself', retry: 'never' },
  /** The physician gave the patient back because the line bears no picture. */
  LINE_POSTPONED: { fixer: 'itself', retry: 'never' },
  /** The processor is short, so the picture was given up. */
  COMPUTER_BUSY: { fixer: 'technician', retry: 'back-off' },
  CALL_LOST: { fixer: 'itself', retry: 'at-once' },
  /** The consultation goes on by telephone, because the physician did not come back or the line bears no picture. */
  CALL_TELEPHONED: { fixer: 'itself', retry: 'never' },
  /** The visit rests: picture and sound are off on purpose, on all sides. */
  CALL_PAUSED: { fixer: 'patient', retry: 'on-request' },
  CALL_NOT_JOINED: { fixer: 'itself', retry: 'back-off' },
  /** The other end's description of itself came without a readable proof, or this end could not get its own statement. */
  PEER_UNPROVEN: { fixer: 'itself', retry: 'back-off' },
  /** What came is not what the expected other end signed, or not over the certificate that it signed. */
  PEER_FORGED: { fixer: 'technician', retry: 'back-off' },
  PEER_STATEMENT_EXPIRED: { fixer: 'itself', retry: 'back-off' },
  /** A statement from the future, by the gateway's own clock. */
  PEER_CLOCK: { fixer: 'technician', retry: 'back-off' },
  /** The relay does not take the credential of this side (expired, another secret, no room), and no path was found without it. */
  RELAY_REFUSED: { fixer: 'technician', retry: 'back-off' },
  CAMERA_REFUSED: { fixer: 'physician', retry: 'on-request' },
  CAMERA_MISSING: { fixer: 'assistant', retry: 'back-off' },
  CAMERA_BUSY: { fixer: 'technician', retry: 'back-off' },
  CAMERA_UNPLUGGED: { fixer: 'assistant', retry: 'back-off' },
  /** The camera sends, but nothing is to be seen: a lens cap, a shutter, a switched-off sensor. */
  CAMERA_BLACK: { fixer: 'assistant', retry: 'on-request' },
  /** The camera is open, and no frame comes from it any more. */
  CAMERA_FROZEN: { fixer: 'assistant', retry: 'on-request' },
  MICROPHONE_REFUSED: { fixer: 'physician', retry: 'on-request' },
  MICROPHONE_MISSING: { fixer: 'assistant', retry: 'back-off' },
  MICROPHONE_BUSY: { fixer: 'technician', retry: 'back-off' },
  MICROPHONE_UNPLUGGED: { fixer: 'assistant', retry: 'back-off' },
  /** Not even noise comes from it: muted by the system, or by a switch of its own. */
  MICROPHONE_SILENT: { fixer: 'assistant', retry: 'on-request' },
  /** The system of the cabin has no sound output at all. */
  LOUDSPEAKER_MISSING: { fixer: 'assistant', retry: 'back-off' },
  /** The last sound output of the cabin went while it was in use. */
  LOUDSPEAKER_UNPLUGGED: { fixer: 'assistant', retry: 'back-off' },
  // Instruments in the call, and what they send
  INSTRUMENT_MISSING: { fixer: 'assistant', retry: 'back-off' },
  INSTRUMENT_AMBIGUOUS: { fixer: 'assistant', retry: 'on-request' },
  INSTRUMENT_BUSY: { fixer: 'assistant', retry: 'on-request' },
  /** The browser could not switch off what alters a stethoscope's sound: echo cancellation, noise suppression, gain control. */
  INSTRUMENT_PROCESSED: { fixer: 'technician', retry: 'on-request' },
  INSTRUMENT_REFUSED: { fixer: 'technician', retry: 'on-request' },
  INSTRUMENT_UNPLUGGED: { fixer: 'assistant', retry: 'back-off' },
  /** The camera sends, but nothing is to be seen: its lamp is off, or a cap is on it. */
  INSTRUMENT_BLACK: { fixer: 'assistant', retry: 'on-request' },
  /** The camera is open, and no frame comes from it any more. */
  INSTRUMENT_FROZEN: { fixer: 'assistant', retry: 'on-request' },
  /** The line does not carry its live sound beside measures and voice: none of it is sent, until there is room again. */
  LISTENING_HELD: { fixer: 'itself', retry: 'back-off' },
  /** Not even noise comes from the stethoscope: it is switched off, or muted by the system. */
  INSTRUMENT_SILENT: { fixer: 'assistant', retry: 'on-request' },
  /** No 15 seconds of the stethoscope came without a hole within 45 s, or its sound ended. */
  CLIP_BROKEN: { fixer: 'physician', retry: 'on-request' },
  TRANSFER_FULL: { fixer: 'physician', retry: 'never' },
  TRANSFER_DAMAGED: { fixer: 'physician', retry: 'on-request' },
  // Closing a consultation
  /** Nothing decided, or something that speaks against remote care came up since. */
  DECISION_MISSING: { fixer: 'physician', retry: 'on-request' },
  /** To be seen in presence, and nobody has said where. */
  ORIENTATION_MISSING: { fixer: 'physician', retry: 'on-request' },
  /** Over the legal length, and the exceptions were not answered. */
  SICK_LEAVE_UNEXPLAINED: { fixer: 'physician', retry: 'on-request' },
  // Handover
  HANDOVER_FAILED: { fixer: 'technician', retry: 'on-request' },
  WIPE_FAILED: { fixer: 'technician', retry: 'at-once' },
} as const satisfies Record<string, CatalogueRow>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
export const ERROR_CODES = Object.keys(ERROR_CATALOGUE) as [ErrorCode, ...ErrorCode[]];
export const errorCodeSchema = z.enum(ERROR_CODES);

export const failureSchema = z.strictObject({ code: errorCodeSchema, detail: z.string().optional() });
/** An expected failure: a code of the catalogue, and for the technician a detail that holds no patient data. */
export type Failure = z.infer<typeof failureSchema>;

/** A failure with its code and, if known, a detail for the technician. */
export const failure = (code: ErrorCode, detail?: string): Failure =>
  detail === undefined ? { code } : { code, detail };

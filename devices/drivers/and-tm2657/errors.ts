import type { ErrorCode } from '#core/contract/error-codes.ts';

/** Error codes of a result's fifth field, what they mean, and what they mean for the capture. E00 is no error. */
export const DEVICE_ERRORS: Readonly<Record<string, { readonly meaning: string; readonly code: ErrorCode }>> =
  {
    E11: { meaning: 'no pressure at start', code: 'CAPTURE_CUFF' },
    E12: { meaning: 'inflation time-out', code: 'CAPTURE_CUFF' },
    E13: { meaning: 'inflates too fast', code: 'CAPTURE_CUFF' },
    E15: { meaning: 'no pressure at start', code: 'CAPTURE_CUFF' },
    E21: { meaning: 'exhaust too slow', code: 'CAPTURE_CUFF' },
    E22: { meaning: 'exhaust too fast', code: 'CAPTURE_CUFF' },
    E23: { meaning: 'over-pressure', code: 'CAPTURE_CUFF' },
    E24: { meaning: 'measuring time limit', code: 'CAPTURE_TIMEOUT' },
    E42: { meaning: 'insufficient pressure', code: 'CAPTURE_CUFF' },
    E43: { meaning: 'no pulse', code: 'CAPTURE_NO_PULSE' },
    E44: { meaning: 'movement', code: 'CAPTURE_MOVED' },
    E45: { meaning: 'diastolic undetermined', code: 'CAPTURE_NO_PULSE' },
    E46: { meaning: 'mean undetermined', code: 'CAPTURE_NO_PULSE' },
    E48: { meaning: 'systolic undetermined', code: 'CAPTURE_NO_PULSE' },
    E61: { meaning: 'pulse undetermined', code: 'CAPTURE_NO_PULSE' },
    E63: { meaning: 'out of range', code: 'CAPTURE_OUT_OF_RANGE' },
  };

/** What an error of the device means for the capture; one that no document lists is a refusal. */
export const captureCode = (error: string): ErrorCode => DEVICE_ERRORS[error]?.code ?? 'DEVICE_REFUSED';

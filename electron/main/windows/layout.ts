/** Position and size of a window, in device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowLayout {
  readonly patient: Bounds;
  readonly assistant: Bounds;
  readonly technician: Bounds;
  /** A frame around the patient window: on a desk where other windows are needed. */
  readonly framed: boolean;
}

interface LayoutRequest {
  /** Areas of the displays, the primary one first. */
  readonly displays: readonly Bounds[];
  readonly windowed: boolean;
  readonly patientSize?: { readonly width: number; readonly height: number };
}

const PATIENT = { width: 1_920, height: 1_080 };
const ASSISTANT = { width: 1_280, height: 800 };
const TECHNICIAN = { width: 1_366, height: 768 };

/**
 * Where the two windows stand: each on its display if there are two; side by side on one that is wide enough; otherwise framed and
 * smaller, overlapping, so that one person can play both.
 */
export const layOutWindows = ({ displays, windowed, patientSize }: LayoutRequest): WindowLayout => {
  const primary = displays[0] ?? { x: 0, y: 0, ...PATIENT };
  const second = displays[1];
  const beside = (patient: Bounds): Bounds =>
    second === undefined
      ? { x: patient.x + patient.width, y: patient.y, ...ASSISTANT }
      : {
          ...second,
          width: Math.max(ASSISTANT.width, second.width),
          height: Math.max(ASSISTANT.height, second.height),
        };
  // Over the assistant's window, never over the patient's screen where there is another.
  const { x, y, width: across, height: down } = second ?? primary;
  const technician = {
    x,
    y,
    width: Math.min(TECHNICIAN.width, across),
    height: Math.min(TECHNICIAN.height, down),
  };
  if (patientSize !== undefined) {
    const patient = { x: primary.x, y: primary.y, ...patientSize };
    return { patient, assistant: beside(patient), technician, framed: false };
  }
  const wideEnough = primary.width >= PATIENT.width + ASSISTANT.width && primary.height >= PATIENT.height;
  if (!windowed && (second !== undefined || wideEnough)) {
    const patient = second === undefined ? { x: primary.x, y: primary.y, ...PATIENT } : primary;
    return { patient, assistant: beside(patient), technician, framed: false };
  }
  const width = Math.min(1_280, Math.round(primary.width * 0.72));
  const height = Math.round((width * 9) / 16);
  return {
    patient: { x: primary.x, y: primary.y, width, height },
    assistant: {
      x: primary.x + Math.max(0, primary.width - ASSISTANT.width),
      y: primary.y + Math.max(0, primary.height - ASSISTANT.height),
      ...ASSISTANT,
    },
    technician,
    framed: true,
  };
};

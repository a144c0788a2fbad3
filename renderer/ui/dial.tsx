const RADIUS = 100;
const TURN = 2 * Math.PI * RADIUS;

type DialProps = {
  /** How much of the ring is filled, 0 to 1. */
  readonly fraction: number;
  /** What stands in the middle, e.g. `0:38`. */
  readonly text: string;
  readonly label: string;
};

/** A ring that fills steadily around minutes and seconds. */
export const Dial = ({ fraction, text, label }: DialProps) => (
  <div className="dial" role="timer" aria-label={label}>
    <svg viewBox="0 0 232 232" aria-hidden="true">
      <circle cx="116" cy="116" r={RADIUS} fill="none" stroke="var(--line)" strokeWidth="4" />
      <circle
        cx="116"
        cy="116"
        r={RADIUS}
        fill="none"
        stroke="var(--action)"
        strokeWidth="20"
        strokeLinecap="round"
        strokeDasharray={`${TURN * Math.min(1, Math.max(0.001, fraction))} ${TURN}`}
        transform="rotate(-90 116 116)"
      />
    </svg>
    <b>{text}</b>
  </div>
);

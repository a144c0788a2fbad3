import { Illustration, type IllustrationProps } from './illustration.tsx';

/** A thermometer and a box of tissues. */
export const ReasonFever = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 300 240" {...props}>
    <path d="M28 226h244" fill="none" stroke="#CBD5D2" strokeWidth="8" strokeLinecap="round" />
    <path
      d="M44 132h112a10 10 0 0 1 10 10v74a8 8 0 0 1-8 8H42a8 8 0 0 1-8-8v-74a10 10 0 0 1 10-10z"
      fill="#A9CBDA"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M70 134c-6-34 2-58 18-74 6 14 14 20 26 22-4 16 2 30 18 52z"
      fill="#fff"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M88 62c0 28 4 52 12 70"
      fill="none"
      stroke="#10242C"
      strokeWidth="4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path d="M54 164h54M54 186h34" fill="none" stroke="#fff" strokeWidth="7" strokeLinecap="round" />
    <g transform="rotate(28 222 120)">
      <path
        d="M206 18a16 16 0 0 1 32 0v126a26 26 0 1 1-32 0z"
        fill="#fff"
        stroke="#10242C"
        strokeWidth="5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path d="M222 62v98" fill="none" stroke="#B3202A" strokeWidth="10" strokeLinecap="round" />
      <circle cx="222" cy="166" r="15" fill="#B3202A" />
      <path
        d="M244 40h12M244 66h18M244 92h12M244 118h18"
        fill="none"
        stroke="#10242C"
        strokeWidth="4"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </g>
  </Illustration>
);

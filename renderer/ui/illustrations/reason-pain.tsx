import { Illustration, type IllustrationProps } from './illustration.tsx';

/** A back with the place that hurts. */
export const ReasonPain = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 300 240" {...props}>
    <path
      d="M112 12c0-20 76-20 76 0v30c2 12 10 18 26 22 34 8 52 24 58 60l16 130H12l16-130c6-36 24-52 58-60 16-4 24-10 26-22z"
      fill="#8DB3A0"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M112 44c18 20 58 20 76 0V10h-76z"
      fill="#B97F58"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M104 0c6 26 86 26 92 0"
      fill="#26303A"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M76 146c6 30 4 60 0 100M224 146c-6 30-4 60 0 100"
      fill="none"
      stroke="#10242C"
      strokeWidth="4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path d="M150 82v54" fill="none" stroke="#5F8873" strokeWidth="4" strokeLinecap="round" />
    <circle cx="150" cy="186" r="34" fill="#F7D6CC" />
    <circle
      cx="150"
      cy="186"
      r="17"
      fill="#B3202A"
      stroke="#10242C"
      strokeWidth="4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M150 138v-12M184 152l9-9M116 152l-9-9M198 186h12M102 186H90M184 220l9 9M116 220l-9 9"
      fill="none"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </Illustration>
);

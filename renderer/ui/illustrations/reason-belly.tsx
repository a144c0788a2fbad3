import { Illustration, type IllustrationProps } from './illustration.tsx';

/** A belly with a hand on it. */
export const ReasonBelly = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 300 240" {...props}>
    <path
      d="M76-10h148c14 34 12 74 4 110 4 50 10 96 8 150H64c-2-54 4-100 8-150-8-36-10-76 4-110z"
      fill="#E3B14C"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M66 212h168l4 40H62z"
      fill="#4B6470"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M118 148c0-26 52-32 58-4 4 22-30 30-36 12-4-12 14-20 20-10"
      fill="none"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M-10 60c30 2 44 14 56 44 10 26 26 46 52 54l34 6c16 2 14 20-2 20-34 2-62-2-84-22C22 140 14 112-10 104z"
      fill="#64402C"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path d="M104 172l28 4" fill="none" stroke="#3F2619" strokeWidth="4" strokeLinecap="round" />
  </Illustration>
);

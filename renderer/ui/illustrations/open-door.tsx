import { Illustration, type IllustrationProps } from './illustration.tsx';

/** The cabin's door, open on a garden. */
export const OpenDoor = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 900 780" {...props}>
    <path d="M0 690h900v120H0z" fill="#CBD5D2" />
    <path
      d="M300 700V250a150 150 0 0 1 300 0v450z"
      fill="#A9CBDA"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <circle cx="498" cy="238" r="46" fill="#E3B14C" />
    <path d="M303 520c60-40 110-34 150-4 44-38 96-36 144-8v190H303z" fill="#8DB3A0" />
    <path
      d="M420 698c6-60 14-98 30-128 16 30 26 68 34 128z"
      fill="#F4EFE4"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M300 700V250a150 150 0 0 1 300 0v450z"
      fill="none"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M264 700V250a186 186 0 0 1 372 0v450h-36V250a150 150 0 0 0-300 0v450z"
      fill="#0D4657"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M600 700l150 62V236c-20-70-70-112-150-132z"
      fill="#B8862F"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M600 700V104l28 8v600z"
      fill="#E3B14C"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <circle
      cx="722"
      cy="470"
      r="13"
      fill="#fff"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M92 560h120l-16 140h-88z"
      fill="#C5664A"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M152 560c-6-70-60-80-76-150 60 10 84 60 80 120 2-80 20-130 80-150-4 70-40 100-76 180z"
      fill="#8DB3A0"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M152 558c-4-60-4-130 4-206"
      fill="none"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path d="M222 760h456" fill="none" stroke="#A9B9B7" strokeWidth="40" strokeLinecap="round" />
  </Illustration>
);

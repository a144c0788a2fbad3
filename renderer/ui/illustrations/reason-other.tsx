import { Illustration, type IllustrationProps } from './illustration.tsx';

/** Two speech bubbles. */
export const ReasonOther = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 300 240" {...props}>
    <path
      d="M40 34h152a22 22 0 0 1 22 22v66a22 22 0 0 1-22 22h-74l-40 36 4-36H40a22 22 0 0 1-22-22V56a22 22 0 0 1 22-22z"
      fill="#fff"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <circle cx="74" cy="90" r="10" fill="#10242C" />
    <circle cx="116" cy="90" r="10" fill="#10242C" />
    <circle cx="158" cy="90" r="10" fill="#10242C" />
    <path d="M150 164h94a18 18 0 0 0 18-18V104" fill="none" stroke="none" />
    <path
      d="M236 92h28a18 18 0 0 1 18 18v66a18 18 0 0 1-18 18h-10l4 30-36-30h-62a18 18 0 0 1-18-16"
      fill="#A9CBDA"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M236 92h28a18 18 0 0 1 18 18v66a18 18 0 0 1-18 18h-104a18 18 0 0 1-18-16l76-12a40 40 0 0 0 18-30z"
      fill="#A9CBDA"
    />
  </Illustration>
);

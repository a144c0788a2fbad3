import { Illustration, type IllustrationProps } from './illustration.tsx';

/** A warm cup on a table by a window. */
export const QuietCup = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 900 780" {...props}>
    <path
      d="M250 60h400a30 30 0 0 1 30 30v380H220V90a30 30 0 0 1 30-30z"
      fill="#DCE9EC"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <circle cx="566" cy="176" r="52" fill="#E3B14C" />
    <path d="M223 380c90-70 170-70 240-20 60-60 130-70 214-20v130H223z" fill="#8DB3A0" />
    <path
      d="M450 62v406M222 250h456"
      fill="none"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M250 60h400a30 30 0 0 1 30 30v380H220V90a30 30 0 0 1 30-30z"
      fill="none"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M80 620h740v38a12 12 0 0 1-12 12H92a12 12 0 0 1-12-12z"
      fill="#F4EFE4"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path d="M150 672v108M750 672v108" fill="none" stroke="#10242C" strokeWidth="34" />
    <path d="M150 672v108M750 672v108" fill="none" stroke="#B9C8C6" strokeWidth="22" />
    <path
      d="M566 470h40c52 0 52 92-14 92h-30"
      fill="none"
      stroke="#10242C"
      strokeWidth="34"
      strokeLinecap="round"
    />
    <path
      d="M566 470h40c52 0 52 92-14 92h-30"
      fill="none"
      stroke="#C5664A"
      strokeWidth="22"
      strokeLinecap="round"
    />
    <path
      d="M342 440h236c4 92-18 150-62 176H404c-44-26-66-84-62-176z"
      fill="#C5664A"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <ellipse
      cx="460"
      cy="440"
      rx="118"
      ry="22"
      fill="#6B3F27"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M410 394c-20-26 20-42 0-72M468 384c-20-26 20-46 0-80M522 394c-20-26 20-42 0-72"
      fill="none"
      stroke="#fff"
      strokeWidth="14"
      strokeLinecap="round"
    />
    <path
      d="M410 394c-20-26 20-42 0-72M468 384c-20-26 20-46 0-80M522 394c-20-26 20-42 0-72"
      fill="none"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <ellipse
      cx="460"
      cy="622"
      rx="170"
      ry="14"
      fill="#fff"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </Illustration>
);

import { Illustration, type IllustrationProps } from './illustration.tsx';

/** A printer with a sheet in its tray, and a hand's width of room before it. */
export const PrinterTray = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 900 780" {...props}>
    <path d="M120 660h660" fill="none" stroke="#A9B9B7" strokeWidth="40" strokeLinecap="round" />
    <g stroke="#10242C" strokeWidth="6" strokeLinejoin="round" strokeLinecap="round">
      <path d="M300 120h300v190H300z" fill="#F4EFE4" />
      <path
        d="M220 290h460a44 44 0 0 1 44 44v240a30 30 0 0 1-30 30H206a30 30 0 0 1-30-30V334a44 44 0 0 1 44-44z"
        fill="#0D4657"
      />
      <path d="M262 440h376v58H262z" fill="#10242C" />
      <path d="M286 470h328l52 186H234z" fill="#fff" />
      <path d="M330 530h200M322 566h256M314 602h180" fill="none" stroke="#A9CBDA" strokeWidth="12" />
      <path d="M560 592h48v34h-48z" fill="#8DB3A0" />
      <circle cx="640" cy="360" r="22" fill="#E3B14C" />
      <path d="M250 360h120" fill="none" stroke="#A9CBDA" strokeWidth="16" />
      <path d="M350 170h200M350 210h140" fill="none" stroke="#A9B9B7" strokeWidth="10" />
    </g>
  </Illustration>
);

import { Illustration, type IllustrationProps } from './illustration.tsx';

/** Two feet on a scale, seen by the person who stands on it. */
export const ScaleFeet = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 900 780" {...props}>
    <path
      d="M110 120h680a70 70 0 0 1 70 70v470a70 70 0 0 1-70 70H110a70 70 0 0 1-70-70V190a70 70 0 0 1 70-70z"
      fill="#C9DBE0"
    />
    <path
      d="M232 672h436a60 60 0 0 0 60-60V232a60 60 0 0 0-60-60H232a60 60 0 0 0-60 60v380a60 60 0 0 0 60 60z"
      fill="#A9C3CB"
      transform="translate(12 18)"
    />
    <path
      d="M232 672h436a60 60 0 0 0 60-60V232a60 60 0 0 0-60-60H232a60 60 0 0 0-60 60v380a60 60 0 0 0 60 60z"
      fill="#fff"
      stroke="#10242C"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M366 200h168a16 16 0 0 1 16 16v58a16 16 0 0 1-16 16H366a16 16 0 0 1-16-16v-58a16 16 0 0 1 16-16z"
      fill="#10242C"
    />
    <path
      d="M394 246h22M440 246h22M486 246h22"
      fill="none"
      stroke="#9FD8E6"
      strokeWidth="9"
      strokeLinecap="round"
    />
    <path
      d="M224 330h100M576 330h100M224 620h40M636 620h40"
      fill="none"
      stroke="#CBD5D2"
      strokeWidth="7"
      strokeLinecap="round"
    />
    <g transform="translate(0 0)">
      <ellipse
        cx="403"
        cy="352"
        rx="25"
        ry="31"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <ellipse
        cx="365"
        cy="344"
        rx="17"
        ry="22"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <ellipse
        cx="336"
        cy="355"
        rx="15"
        ry="20"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <ellipse
        cx="312"
        cy="373"
        rx="13"
        ry="18"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <ellipse
        cx="292"
        cy="396"
        rx="12"
        ry="16"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M428 392c4-40-40-38-70-30-40 10-78 44-74 92 4 40 20 64 22 110 2 36 20 60 54 60s54-26 54-62c0-60 8-110 14-170z"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path d="M396 340c6-5 14-4 18 2" fill="none" stroke="#E8C3AE" strokeWidth="9" strokeLinecap="round" />
      <path
        d="M270 800c0-90 4-160 22-216 10-30 124-30 134 2 14 60 18 126 16 214z"
        fill="#4B6470"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M282 640c44 22 104 22 152 0"
        fill="none"
        stroke="#10242C"
        strokeWidth="5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </g>
    <g transform="matrix(-1 0 0 1 900 0)">
      <ellipse
        cx="403"
        cy="352"
        rx="25"
        ry="31"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <ellipse
        cx="365"
        cy="344"
        rx="17"
        ry="22"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <ellipse
        cx="336"
        cy="355"
        rx="15"
        ry="20"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <ellipse
        cx="312"
        cy="373"
        rx="13"
        ry="18"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <ellipse
        cx="292"
        cy="396"
        rx="12"
        ry="16"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M428 392c4-40-40-38-70-30-40 10-78 44-74 92 4 40 20 64 22 110 2 36 20 60 54 60s54-26 54-62c0-60 8-110 14-170z"
        fill="#B97F58"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path d="M396 340c6-5 14-4 18 2" fill="none" stroke="#E8C3AE" strokeWidth="9" strokeLinecap="round" />
      <path
        d="M270 800c0-90 4-160 22-216 10-30 124-30 134 2 14 60 18 126 16 214z"
        fill="#4B6470"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M282 640c44 22 104 22 152 0"
        fill="none"
        stroke="#10242C"
        strokeWidth="5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </g>
  </Illustration>
);

import { Illustration, type IllustrationProps } from './illustration.tsx';

/** An identity card and a pen. */
export const IdentityCard = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 900 780" {...props}>
    <ellipse cx="450" cy="400" rx="400" ry="330" fill="#DCE9EC" />
    <g transform="rotate(-5 450 400)">
      <path
        d="M150 214h600a36 36 0 0 1 36 36v312a36 36 0 0 1-36 36H150a36 36 0 0 1-36-36V250a36 36 0 0 1 36-36z"
        fill="#B4C7C8"
        transform="translate(12 18)"
      />
      <path
        d="M150 214h600a36 36 0 0 1 36 36v312a36 36 0 0 1-36 36H150a36 36 0 0 1-36-36V250a36 36 0 0 1 36-36z"
        fill="#fff"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path d="M117 292V250a36 36 0 0 1 33-33h600a36 36 0 0 1 33 33v42z" fill="#8DB3A0" />
      <path
        d="M114 292h672"
        fill="none"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M172 334h190a14 14 0 0 1 14 14v196a14 14 0 0 1-14 14H172a14 14 0 0 1-14-14V348a14 14 0 0 1 14-14z"
        fill="#DCE9EC"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M178 556c4-56 34-80 89-80s85 24 89 80z"
        fill="#7C5A72"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M240 470v28c10 16 44 16 54 0v-28z"
        fill="#E0AC86"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M218 414c0-36 22-52 49-52s49 16 49 52-16 76-49 76-49-40-49-76z"
        fill="#E0AC86"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M214 424c-8-50 18-78 56-78s58 28 50 78c-8-6-10-22-14-30-26 2-50-2-66-12-8 14-14 28-26 42z"
        fill="#D5DCDC"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx="249" cy="428" r="5" fill="#10242C" />
      <circle cx="285" cy="428" r="5" fill="#10242C" />
      <path
        d="M252 456c8 8 22 8 30 0"
        fill="none"
        stroke="#10242C"
        strokeWidth="5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M430 372h270M430 438h210M430 504h250"
        fill="none"
        stroke="#CBD5D2"
        strokeWidth="20"
        strokeLinecap="round"
      />
      <path d="M430 372h180" fill="none" stroke="#4B6470" strokeWidth="20" strokeLinecap="round" />
    </g>
    <g transform="translate(596 470) rotate(38)">
      <path
        d="M-24-190h48v214l-24 52-24-52z"
        fill="#E3B14C"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path
        d="M-24 24h48l-24 52z"
        fill="#F3CDB4"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path d="M-7 60h14l-7 16z" fill="#10242C" />
      <path
        d="M-24-190h48v-26a12 12 0 0 0-12-12h-24a12 12 0 0 0-12 12z"
        fill="#C5664A"
        stroke="#10242C"
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <path d="M0-170V14" fill="none" stroke="#B8862F" strokeWidth="6" strokeLinecap="round" />
    </g>
  </Illustration>
);

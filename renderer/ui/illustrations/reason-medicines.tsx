import { Illustration, type IllustrationProps } from './illustration.tsx';

/** A box of medicine, a bottle and two tablets. */
export const ReasonMedicines = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 300 240" {...props}>
    <path d="M24 222h252" fill="none" stroke="#CBD5D2" strokeWidth="8" strokeLinecap="round" />
    <path
      d="M44 92h112v126H44z"
      fill="#fff"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M44 92l22-26h112l-22 26z"
      fill="#E8F1F2"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M156 92l22-26v124l-22 28z"
      fill="#B9C8C6"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M44 130h112v36H44z"
      fill="#8DB3A0"
      stroke="#10242C"
      strokeWidth="4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M100 106v12M94 112h12M62 184h62M62 200h40"
      fill="none"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M204 84h52v22l10 16v90a8 8 0 0 1-8 8h-56a8 8 0 0 1-8-8v-90l10-16z"
      fill="#C5664A"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M198 58h64v28h-64z"
      fill="#fff"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M194 142h72v46h-72z"
      fill="#fff"
      stroke="#10242C"
      strokeWidth="4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M206 158h46M206 174h28"
      fill="none"
      stroke="#10242C"
      strokeWidth="4"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
    <path
      d="M214 60v24M230 60v24M246 60v24"
      fill="none"
      stroke="#10242C"
      strokeWidth="3"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </Illustration>
);

import { Illustration, type IllustrationProps } from './illustration.tsx';

/** A person lying on the floor. */
export const Fainted = (props: IllustrationProps) => (
  <Illustration viewBox="0 0 300 240" {...props}>
    <path
      d="M285 210L287.7 209.5L289.9 207.9L291.5 205.7L292 203L291.5 200.3L289.9 198.1L287.7 196.5L285 196L15 196L12.3 196.5L10.1 198.1L8.5 200.3L8 203L8.5 205.7L10.1 207.9L12.3 209.5L15 210Z"
      fill="#CBD5D2"
    />
    <path
      d="M229.4 114L225.6 115.3L219.6 119.1L211.9 126.2L201.5 138.9L181.3 167.5L179.9 170.5L179.1 173.8L179 177.1L179.6 180.4L180.8 183.5L182.5 186.3L184.8 188.8L187.5 190.7L192.7 192.7L197.1 193L202.5 191.7L207.2 188.8L209.5 186.3L212.5 182.1L227.8 157.7L235 147.8L239.3 156.4L249.6 181.8L251.6 186L253.5 188.5L256 190.4L258.1 191.4L261.2 192L263.6 191.9L265.9 191.4L268.7 190L270.5 188.5L272.4 186L273.9 181.6L273.6 176.9L261.7 139.7L258.3 131.7L255 125.6L249 118.3L246.6 116.6L242.6 114.5L239.9 113.5L237 113L234 113.1Z"
      fill="#4B6470"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
    />
    <path
      d="M183.3 162.6L178 165L173.7 169L171 174.2L170 180L171 185.8L173.7 191L178 195L183.3 197.4L188 198L222.8 197.3L273.4 194.9L276.9 193.9L279.3 192.3L281.5 189.5L282.6 186.8L282.9 182.6L281.5 178.5L278.7 175.3L274.8 173.4L242.7 168.4L224.8 166L189.2 162Z"
      fill="#5D7884"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
    />
    <path
      d="M266 196L267.2 197.3L270.8 199.3L275.1 200.1L277.3 200.1L281.3 198.9L282.9 197.7L284 196L284.8 193.6L285.6 186.4L285.8 177.4L284.5 160.7L284 158L282.6 154.4L280.7 152.2L278.5 151.3L276.2 151.3L274 152L270.6 154.8L267.1 159.7L264.5 165.8L263.4 173.3L263.2 183L264.4 192Z"
      fill="#10242C"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
    />
    <path
      d="M100 162L98.6 164.5L96.6 170.6L95.8 177.5L96 184.3L97.1 189.9L98 192L100.4 194.8L103.7 196.4L110.6 197.4L133.4 198.6L149.7 198.6L174.3 197.9L195 198L201.5 196.8L204 195.6L206 194L207.5 191.7L208.5 188.7L209.1 185.2L209.2 177.2L208 169.2L205.6 162.5L204 160L202.1 158.1L199.7 156.7L193.8 154.7L172 152L150.9 148.6L142 147.8L133.8 147.7L122.8 149.4L112.5 152.9L106.6 156.1L104 157.9Z"
      fill="#C5664A"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
    />
    <path
      d="M27.1 165.3L27.3 172.6L28.9 180.3L31.1 184.9L34.6 189L41.6 194.5L48.8 198.3L55 199.7L60.9 199.3L66.8 197.9L70.9 196.2L76.7 192.8L79.8 190L82.1 186.5L86.4 174.6L91.6 167.4L95.9 159.3L98 154.1L98.3 151.5L97.1 148.7L93.9 146L89.4 146.2L86.7 143.4L83.5 145.1L81.8 142.4L78.5 143.1L77.7 143L77.2 138.4L75.5 136.4L73.9 136.1L66.9 140.4L60.4 143L58.1 143L55.5 141.8L53.7 141.5L46.9 141.4L42.6 142.3L37 145.1L33.3 148.4L30.4 153L28.1 158.9Z"
      fill="#8A5638"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
    />
    <path
      d="M82.8 191L83 190.2L82.6 189.6L72.3 183.4L71.7 181.4L73.5 175.9L73.4 174.4L72.2 173.1L67 171.4L65.8 170.4L65.5 169L66.3 164.5L65.6 162.4L63.6 161.5L54.9 160L52.9 159L52.4 158.3L52 156.5L52.4 151.4L51.3 149.4L44.1 147.3L42.2 145.8L38.2 141.2L35.3 142.7L31.1 146.4L27.7 151.6L25.2 158.2L24.1 165.1L24.3 172.8L25.3 178.6L27.2 184.1L30.3 188.8L34.8 193.1L40.1 197.1L47.5 201L52.3 202.4L57.2 202.7L65.5 201.4L72.1 199L78.4 195.2Z"
      fill="#26303A"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
    />
    <path
      d="M67.2 166.5L64.5 166.6L62.1 167.5L60.4 168.9L59.7 170.8L60 172.7L61.4 174.5L63.5 175.8L66.1 176.5L68.8 176.4L71.2 175.5L72.9 174.1L73.6 172.2L73.3 170.3L72 168.5L69.8 167.2Z"
      fill="#8A5638"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinejoin="round"
    />
    <path
      d="M62.3 156Q67.4 152.5 63.6 148.1"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
    />
    <path
      d="M52.8 155Q49.6 150.1 53.3 146"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
    />
    <path
      d="M83.6 144.6Q84.5 150 81.8 152"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
    />
    <path
      d="M108.4 156.5L105.8 157.4L103.5 158.9L100.9 161.5L99.4 163.8L98.5 166.4L98 169.1L98.1 171.8L98.7 174.5L100.9 178.5L117.2 199.1L124.6 207.1L128.7 210.7L134 214.4L138.9 216.8L144.3 218.6L154.1 220.5L176.7 222L180.4 221L183.5 218.6L185.5 215.2L186 211.3L185 207.6L182.6 204.5L180.4 203L178.6 202.3L161.9 199.5L154.7 197.7L151.5 196.6L147.1 194.3L142.8 190.1L137.4 183.2L125.2 164.4L121.9 160.1L119 157.9L115.6 156.5L112 156Z"
      fill="#C5664A"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
    />
    <path
      d="M173.7 203.3L171 204.5L168.9 206.5L167.5 209.1L167 212L167.3 214.3L168.5 217L170.5 219.1L173.1 220.5L189.5 222.3L198.5 222.3L203.1 221.4L208.7 219.4L210.5 218L211.7 215.9L212 213.6L211.4 211.3L210 209.5L207.9 208.3L202.1 206.6L195.4 205.3L176.6 203Z"
      fill="#8A5638"
      stroke="#10242C"
      strokeWidth="5"
      strokeLinejoin="round"
    />
    <path
      d="M49 70L67 70"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M58 61L58 79"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M79.5 52L92.5 52"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M86 45.5L86 58.5"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M30.5 52L41.5 52"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M36 46.5L36 57.5"
      fill="none"
      stroke="#10242C"
      strokeWidth="4.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </Illustration>
);

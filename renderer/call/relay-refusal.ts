/** What a browser tells when a server gave no candidate (W3C WebRTC, RTCPeerConnectionIceErrorEvent). */
type IceError = Pick<RTCPeerConnectionIceErrorEvent, 'errorCode' | 'errorText' | 'url'>;

/** 300 to 699 are answers of the server (RFC 8489, 14.8); the browser's own 701 means that none came. */
const isAnswer = (code: number): boolean => code >= 300 && code < 700;

/** A relay's refusal in one line, `401 Unauthorized turns:…`; undefined for anything else, such as a relay that is not reached. */
export const relayRefusal = ({ errorCode, errorText, url }: IceError): string | undefined =>
  isAnswer(errorCode) && /^turns?:/.test(url ?? '') ? `${errorCode} ${errorText} ${url}` : undefined;

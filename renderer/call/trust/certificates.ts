import { fingerprintOf } from '#core/trust/fingerprint.ts';

/** The fields that are read of any entry of an `RTCStatsReport` (W3C webrtc-stats). */
interface Entry {
  readonly type: string;
  readonly localCertificateId?: string;
  readonly remoteCertificateId?: string;
  readonly fingerprint?: string;
  readonly fingerprintAlgorithm?: string;
}

/** SHA-256 fingerprints of the certificates in use, once for each place of the browser that tells. */
export interface CertificatesInUse {
  readonly own: readonly string[];
  readonly other: readonly string[];
}

const described = (description: RTCSessionDescription | null): readonly string[] => {
  const read = fingerprintOf(description?.sdp ?? '');
  return read.ok ? [read.value] : [];
};

/**
 * What a joined connection really uses. Chromium names both certificates of the DTLS transport itself; Firefox does not, and tells
 * the descriptions in force only, to which it holds the other side's certificate.
 */
export const certificatesInUse = async (connection: RTCPeerConnection): Promise<CertificatesInUse> => {
  const entries = new Map<string, Entry>([...(await connection.getStats()).entries()]);
  const transports = [...entries.values()].filter(({ type }) => type === 'transport');
  const told = (end: 'localCertificateId' | 'remoteCertificateId'): readonly string[] =>
    transports.flatMap((transport) => {
      const { fingerprint, fingerprintAlgorithm } = entries.get(transport[end] ?? '') ?? {};
      return fingerprint !== undefined && fingerprintAlgorithm === 'sha-256'
        ? [fingerprint.toUpperCase()]
        : [];
    });
  return {
    own: [...told('localCertificateId'), ...described(connection.currentLocalDescription)],
    other: [...told('remoteCertificateId'), ...described(connection.currentRemoteDescription)],
  };
};

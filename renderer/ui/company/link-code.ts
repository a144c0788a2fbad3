import encodeQR from 'qr';

/** White around the code, in modules, that a reader needs (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code to draw. */
export interface LinkCode {
  /** Modules along one edge, the white around included. */
  readonly size: number;
  /** The dark modules as an SVG path, one unit a module. */
  readonly path: string;
}

/** The QR code of a link, with correction for a glossy screen (`medium`, 15 %). */
export const linkCode = (link: string): LinkCode => {
  const rows = encodeQR(link, 'raw', { ecc: 'medium', border: QUIET });
  const path = rows.flatMap((modules, y) =>
    modules.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size: rows.length, path: path.join('') };
};

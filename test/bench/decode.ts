import { DRIVER_IDS, type DriverId } from '#core/contract/devices.ts';
import { recordCorpus } from '#devices/conformance/corpus.ts';
import type { DriverManifest } from '#devices/kit/driver.ts';
import { DRIVERS } from '#devices/registry.ts';
import { type Figure, figureOf } from './figure.ts';

const RUNS = 7;
/** Enough bytes for a clock to see. */
const LEAST_BYTES = 200_000;
/** The fastest that a USB full-speed device is asked: one packet of 64 bytes in a millisecond, and one for the answer that each message waits for. */
const USB_PACKET = { bytes: 64, ms: 1 } as const;

/** Milliseconds that these chunks take on the wire, at the device's own speed. */
const wireMs = ({ port }: DriverManifest, chunks: readonly Uint8Array[]): number => {
  if (port.transport !== 'serial' && port.transport !== 'hid-uart')
    return chunks.reduce(
      (sum, { length }) => sum + (Math.ceil(length / USB_PACKET.bytes) + 1) * USB_PACKET.ms,
      0,
    );
  const { baudRate, dataBits, parity, stopBits } = port.line;
  const bitsPerByte = 1 + dataBits + (parity === 'none' ? 0 : 1) + stopBits;
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return (bytes * bitsPerByte * 1_000) / baudRate;
};

const repeated = (frames: readonly Uint8Array[]): Uint8Array[] => {
  const bytes = frames.reduce((sum, frame) => sum + frame.length, 0);
  const times = Math.max(1, Math.ceil(LEAST_BYTES / Math.max(1, bytes)));
  return Array.from({ length: times }, () => frames).flat();
};

/** One byte a chunk, the worst that a serial port does; reports and APDUs are whole. */
const asTheyArrive = ({ port }: DriverManifest, frames: readonly Uint8Array[]): Uint8Array[] =>
  port.transport === 'serial' || port.transport === 'hid-uart'
    ? frames.flatMap((frame) => Array.from(frame, (byte) => Uint8Array.of(byte)))
    : [...frames];

/** How many times faster than the wire a driver decodes what its device sends. */
const timesFaster = (driver: DriverId, frames: readonly Uint8Array[]): number[] => {
  const { manifest, createDecoder } = DRIVERS[driver];
  const whole = repeated(frames);
  const chunks = asTheyArrive(manifest, whole);
  const wire = wireMs(manifest, whole);
  return Array.from({ length: RUNS + 1 }, () => {
    const decoder = createDecoder();
    const began = process.cpuUsage();
    for (const chunk of chunks) decoder.push(chunk);
    decoder.end();
    const { user, system } = process.cpuUsage(began);
    return wire / ((user + system) / 1_000);
    // The first run compiles.
  }).slice(1);
};

/** From bytes to decoded readings, in one-byte chunks, against the time that the bytes take on the wire: one figure for each driver. */
export const decodeFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  for (const driver of DRIVER_IDS) {
    progress(`decode: ${driver}`);
    const { frames } = await recordCorpus(driver, 3);
    figures.push({ ...figureOf(`decode-${driver}`, timesFaster(driver, frames)), unit: 'x wire' });
  }
  return figures;
};

import { useTranslation } from 'react-i18next';
import type { Connection } from '#core/contract/devices.ts';
import type { ErrorCode, Failure } from '#core/contract/error-codes.ts';
import type { SimulatorStatus } from '#core/contract/simulator-host.ts';
import type { Bench, BenchDevice } from '#core/contract/technician.ts';
import { assertNever } from '#core/result.ts';
import type { ReadingKind } from '#core/vitals/kinds.ts';
import { frenchWords } from '#renderer/i18n/fr/index.ts';
import { deviceLetter } from './model/device-letter.ts';

type Cause = keyof typeof frenchWords.technician.cause;
const isCause = (code: string): code is Cause => Object.hasOwn(frenchWords.technician.cause, code);

const hexId = (id: number | undefined): string => (id === undefined ? '*' : id.toString(16).padStart(4, '0'));

/** Words of the bench for what the cabin tells in codes. */
export const useBenchWords = () => {
  const { t } = useTranslation('technician');
  const { t: assistant } = useTranslation('assistant');

  const kind = (measures: readonly ReadingKind[]): string =>
    assistant(`devices.name.${measures[0] ?? 'scanner'}`);

  /** What a failure means at the bench, in two or three words. */
  const cause = (code: ErrorCode): string => t(`cause.${isCause(code) ? code : 'other'}`);

  const connection = (to: Connection): string => {
    switch (to.transport) {
      case 'serial':
        return to.serialNumber === undefined
          ? t('binding.serial', { path: to.path })
          : t('binding.serial-number', { path: to.path, serial: to.serialNumber });
      case 'tcp':
        return t('binding.tcp', { host: to.host, port: to.port });
      case 'usb': {
        const known = to.vendorId !== undefined || to.productId !== undefined;
        const ids = known ? `${hexId(to.vendorId)}:${hexId(to.productId)}` : t('binding.any');
        if (to.serialNumber !== undefined) return t('binding.usb-number', { ids, serial: to.serialNumber });
        return to.topology === undefined
          ? t('binding.usb', { ids })
          : t('binding.usb-socket', { ids, socket: to.topology });
      }
      default:
        return assertNever(to);
    }
  };

  return {
    t,
    kind,
    cause,
    connection,
    /** A device by what it is bought for; those that share a name are told apart by a letter. */
    device: (bench: Bench, { id, measures }: Pick<BenchDevice, 'id' | 'measures'>): string => {
      const letter = deviceLetter(bench.devices, id, (device) => device.measures[0]);
      return letter === undefined ? kind(measures) : `${kind(measures)} ${letter}`;
    },
    /** How a device is reached: a simulator of ours by its name, since its line is nobody's concern. */
    binding: (device: BenchDevice, simulator: SimulatorStatus | undefined): string => {
      if (simulator === undefined) return connection(device.connection);
      return simulator.plays.source === 'patient'
        ? t('binding.simulator', { id: device.id })
        : t('binding.recording', { name: simulator.plays.name });
    },
    state: ({ state }: Pick<BenchDevice, 'state'>): string => {
      if (state.state !== 'fault') return t(`state.${state.state}`);
      const words = cause(state.code);
      return words.charAt(0).toUpperCase() + words.slice(1);
    },
    /** Why the cabin refused, with the detail that only a technician can use. */
    refusal: ({ code, detail }: Failure): string => {
      if (code === 'NOT_ALLOWED' || code === 'NOT_NOW') return t(`refusal.${code}`);
      const words = t(`refusal.${code === 'BENCH_FAILED' ? code : 'other'}`);
      const why = code === 'BENCH_FAILED' ? detail : cause(code);
      return why === undefined ? words : t('refusal.detail', { words, detail: why });
    },
  };
};

export type BenchWords = ReturnType<typeof useBenchWords>;

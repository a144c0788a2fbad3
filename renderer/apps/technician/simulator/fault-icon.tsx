import {
  Activity,
  AudioLines,
  BatteryLow,
  Binary,
  Clock,
  Fingerprint,
  Hand,
  History,
  type LucideIcon,
  Plug,
  Repeat,
  Scissors,
  Snail,
  Snowflake,
  TriangleAlert,
  Unplug,
  VolumeX,
  Zap,
} from 'lucide-react';
import type { Fault } from '#core/contract/simulation.ts';

const ICONS: Readonly<Record<Fault, LucideIcon>> = {
  unplug: Unplug,
  silence: VolumeX,
  garbage: AudioLines,
  slow: Snail,
  'byte-loss': Scissors,
  'bit-flips': Binary,
  'garbage-before': AudioLines,
  'garbage-between': AudioLines,
  'split-frames': Scissors,
  'glued-frames': Repeat,
  'wrong-device': Fingerprint,
  'port-busy': Plug,
  'permission-denied': Plug,
  'bad-checksum': Zap,
  'stuck-value': Snowflake,
  'sensor-off': Hand,
  motion: Activity,
  'low-battery': BatteryLow,
  'clock-off': Clock,
  'error-code': TriangleAlert,
  'stored-reading': History,
};

export const FaultIcon = ({ fault }: { readonly fault: Fault }) => {
  const Icon = ICONS[fault];
  return <Icon className="i" aria-hidden />;
};

import { cardCommand } from './card-command.ts';
import type { DeviceCommand } from './command.ts';
import { createCompletionCommand } from './completion-command.ts';
import { damageCommand } from './damage-command.ts';
import { decodeCommand } from './decode-command.ts';
import { listCommand } from './list-command.ts';
import { monitorCommand } from './monitor-command.ts';
import { newCommand } from './new-command.ts';
import { recordCommand } from './record-command.ts';
import { replayCommand } from './replay-command.ts';
import { rigCommand } from './rig-command.ts';
import { selfTestCommand } from './self-test-command.ts';
import { simulateCommand } from './simulate-command.ts';
import { statusCommand } from './status-command.ts';

/** Everything that `device` can do, in the order in which help tells it. */
export const COMMANDS: readonly DeviceCommand[] = [
  listCommand,
  decodeCommand,
  statusCommand,
  selfTestCommand,
  monitorCommand,
  recordCommand,
  replayCommand,
  simulateCommand,
  rigCommand,
  newCommand,
  damageCommand,
  cardCommand,
  createCompletionCommand(() => COMMANDS),
];

import type { Option } from '../arguments.ts';
import type { DeviceCommand } from '../command.ts';

/** What may stand somewhere on the command line. */
export interface Offer {
  readonly words: readonly string[];
  readonly files: boolean;
  /** Several of the words, separated by commas. */
  readonly listed: boolean;
}

/** An option as shells are told of it. */
export interface OfferedOption {
  readonly names: readonly string[];
  readonly says: string;
  /** What may follow it; undefined for a switch. */
  readonly value: Offer | undefined;
}

/** A command as shells are told of it. */
export interface OfferedCommand {
  readonly name: string;
  readonly says: string;
  readonly options: readonly OfferedOption[];
  /** What may stand at each place; the last one repeats where a command takes many. */
  readonly places: readonly Offer[];
  readonly repeatsLast: boolean;
}

const offerOf = ({ words = [], path, listed }: Pick<Option, 'words' | 'path' | 'listed'>): Offer => ({
  words,
  files: path === true,
  listed: listed === true,
});

const HELP: OfferedOption = { names: ['--help'], says: 'options and examples', value: undefined };

/** The commands as the shells' scripts need them. */
export const offersOf = (commands: readonly DeviceCommand[]): readonly OfferedCommand[] =>
  commands.map(({ name, purpose, options, positionals }) => ({
    name,
    says: purpose,
    options: [
      ...Object.entries(options).map(([long, option]) => ({
        names: option.short === undefined ? [long] : [long, option.short],
        says: option.says,
        value: option.takes === undefined ? undefined : offerOf(option),
      })),
      HELP,
    ],
    places: positionals.map(offerOf),
    repeatsLast: positionals.at(-1)?.many === true,
  }));

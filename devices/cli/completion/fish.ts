import type { Offer, OfferedCommand, OfferedOption } from './model.ts';
import { fishQuoted } from './quote.ts';

const valueOfOption = (value: Offer | undefined): string => {
  if (value === undefined) return '';
  if (value.words.length > 0) return ` -x -a ${fishQuoted(value.words.join(' '))}`;
  return value.files ? ' -r -F' : ' -x';
};

const nameOf = (name: string): string =>
  name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`;

const optionLine = (seen: string, { names, says, value }: OfferedOption): string =>
  `complete -c device -n ${seen} ${names.map(nameOf).join(' ')}${valueOfOption(value)} -d ${fishQuoted(says)}`;

const commandLines = ({ name, says, options, places }: OfferedCommand): string[] => {
  const seen = fishQuoted(`__fish_seen_subcommand_from ${name}`);
  return [
    `complete -c device -n __fish_use_subcommand -a ${name} -d ${fishQuoted(says)}`,
    ...options.map((option) => optionLine(seen, option)),
    ...places.flatMap(({ words, files }) => [
      ...(words.length > 0 ? [`complete -c device -n ${seen} -a ${fishQuoted(words.join(' '))}`] : []),
      ...(files ? [`complete -c device -n ${seen} -F`] : []),
    ]),
  ];
};

/** Completion for fish. `command` is what runs Cabine's device command. */
export const fishScript = (commands: readonly OfferedCommand[], command: string): string =>
  [
    '# Completion of the device command of Cabine. To have it in this shell:',
    '#   npm run -s device -- completion fish | source',
    `function device; ${command} $argv; end`,
    'complete -c device -f',
    ...commands.flatMap(commandLines),
  ].join('\n');

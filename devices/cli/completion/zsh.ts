import type { Offer, OfferedCommand } from './model.ts';
import { quoted } from './quote.ts';

/** Text inside a specification of `_arguments`, where colons and brackets mean something. */
const plain = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&').replace(/\n/g, ' ');

const actionOf = ({ words, files, listed }: Offer): string => {
  if (listed) return `_values -s , value ${words.join(' ')}`;
  if (words.length > 0) return `(${words.join(' ')})`;
  return files ? '_files' : ' ';
};

const argumentsOf = ({ options, places, repeatsLast }: OfferedCommand): string[] => [
  ...options.flatMap(({ names, says, value }) =>
    names.map((name) => `*${name}[${plain(says)}]${value === undefined ? '' : `:value:${actionOf(value)}`}`),
  ),
  ...places.map((place, index) => {
    const isLast = index === places.length - 1;
    return `${isLast && repeatsLast ? '*' : index + 1}:argument:${actionOf(place)}`;
  }),
];

/** Completion for zsh. `command` is what runs Cabine's device command. */
export const zshScript = (commands: readonly OfferedCommand[], command: string): string =>
  [
    '# Completion of the device command of Cabine. To have it in this shell:',
    '#   source <(npm run -s device -- completion zsh)',
    `device() { ${command} "$@" }`,
    '_cabine_device() {',
    '  if (( CURRENT == 2 )); then',
    '    local -a commands',
    `    commands=(${commands.map(({ name, says }) => quoted(`${name}:${plain(says)}`)).join(' ')})`,
    "    _describe 'command' commands",
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words; (( CURRENT-- ))',
    '  case $command in',
    ...commands.map(
      (offered) => `    ${offered.name}) _arguments ${argumentsOf(offered).map(quoted).join(' ')} ;;`,
    ),
    '  esac',
    '}',
    'compdef _cabine_device device',
  ].join('\n');

import type { Offer, OfferedCommand } from './model.ts';
import { quoted } from './quote.ts';

const wordsReply = ({ words, listed }: Offer): string | undefined => {
  if (words.length === 0) return undefined;
  const all = quoted(words.join(' '));
  return listed ? `_cabine_list ${all}` : `COMPREPLY=($(compgen -W ${all} -- "$word"))`;
};

const replyOf = (offer: Offer): string =>
  [wordsReply(offer), offer.files ? `COMPREPLY+=($(compgen -f -- "$word"))` : undefined]
    .filter((part) => part !== undefined)
    .join('; ') || ':';

const valueCases = ({ name, options }: OfferedCommand): string[] =>
  options.flatMap(({ names, value }) =>
    value === undefined
      ? []
      : [`    ${names.map((option) => quoted(`${name} ${option}`)).join('|')}) ${replyOf(value)}; return ;;`],
  );

const placeCases = ({ name, places, repeatsLast }: OfferedCommand): string[] =>
  places.map((place, index) => {
    const isLast = index === places.length - 1;
    const numbers = isLast && repeatsLast ? `${name}\\ *` : quoted(`${name} ${index + 2}`);
    return `    ${numbers}) ${replyOf(place)} ;;`;
  });

/** Completion for bash. `command` is what runs Cabine's device command. */
export const bashScript = (commands: readonly OfferedCommand[], command: string): string =>
  [
    '# Completion of the device command of Cabine. To have it in this shell:',
    '#   source <(npm run -s device -- completion bash)',
    `device() { ${command} "$@"; }`,
    '_cabine_list() {',
    '  local before=""',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own variables
    '  if [[ "$word" == *,* ]]; then before="${word%,*},"; fi',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own variables
    '  COMPREPLY=($(compgen -P "$before" -W "$1" -- "${word##*,}"))',
    '  compopt -o nospace 2>/dev/null',
    '}',
    '_cabine_device() {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own variables
    '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"',
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    COMPREPLY=($(compgen -W ${quoted(commands.map(({ name }) => name).join(' '))} -- "$word"))`,
    '    return',
    '  fi',
    '  case "$command $before" in',
    ...commands.flatMap(valueCases),
    '  esac',
    '  if [[ "$word" == -* ]]; then',
    '    case "$command" in',
    ...commands.map(
      ({ name, options }) =>
        `    ${quoted(name)}) COMPREPLY=($(compgen -W ${quoted(options.flatMap(({ names }) => names).join(' '))} -- "$word")) ;;`,
    ),
    '    esac',
    '    return',
    '  fi',
    '  case "$command $COMP_CWORD" in',
    ...commands.flatMap(placeCases),
    '  esac',
    '}',
    'complete -o filenames -F _cabine_device device',
  ].join('\n');

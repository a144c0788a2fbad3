import { ChevronDown } from 'lucide-react';

type PickProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly words: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of several: the system's own list, which every keyboard knows. */
export const Pick = <Value extends string>({ label, value, options, onChange }: PickProps<Value>) => (
  <label className="fld">
    <span>{label}</span>
    <span className="pick">
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
      <ChevronDown className="i" aria-hidden />
    </span>
  </label>
);

import { type Ascii1Line, readLine, readOtherLine } from './line.ts';

/** Reads the lines of one device. */
export interface Ascii1Lines {
  /** What a line says, line end removed; undefined for damage. */
  read(text: string): Ascii1Line | undefined;
}

/** The names of the fields and the widths of their values, by which two lines of one device are alike. */
const layoutOf = (text: string): string =>
  text
    .split(' ')
    .map((field) => {
      const [name = '', value] = field.split('=');
      return value === undefined ? '' : `${name}=${value.length}`;
    })
    .join(' ');

/**
 * No line was read yet. Fields vary from model to model, and no list of them is whole; a line whose fields no source shows may be one that
 * was damaged, too. It is believed once another one of the same fields came right before it.
 */
export const createAscii1Lines = (): Ascii1Lines => {
  let believed: string | undefined;
  let last: string | undefined;

  const readOther = (text: string): Ascii1Line | undefined => {
    const line = readOtherLine(text);
    const layout = line === undefined ? undefined : layoutOf(text);
    if (layout !== undefined && layout === last) believed = layout;
    last = layout;
    return layout === believed ? line : undefined;
  };

  const readKnown = (text: string): Ascii1Line | undefined => {
    const line = readLine(text);
    if (line !== undefined) {
      believed = undefined;
      last = undefined;
    }
    return line;
  };

  return {
    read: (text) => {
      // A Radical-7 sends some before its line.
      const printed = text.replace(/^\0+/, '');
      return readKnown(printed) ?? readOther(printed);
    },
  };
};

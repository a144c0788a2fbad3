/** Text as one word of a POSIX shell. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Text as one word of fish, in which a quoted backslash escapes. */
export const fishQuoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** The 11 digits of a professional's number in groups that can be read out: `00 000 000 017`. */
export const groupRpps = (rpps: string): string =>
  rpps.replace(/^(\d{2})(\d{3})(\d{3})(\d{3})$/u, '$1 $2 $3 $4');

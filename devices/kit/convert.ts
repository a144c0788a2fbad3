/** Factors between the units that devices print and the ones that readings bear; both are exact by definition (NIST SP 811, appendix B). */
export const KILOGRAMS_PER_POUND = 0.453_592_37;
export const CENTIMETRES_PER_INCH = 2.54;
/** Glucose: 180.156 g/mol, so that 1 mmol/L is 18.0156 mg/dL. */
export const GLUCOSE_MG_DL_PER_MMOL_L = 18.0156;

/**
 * Converts a printed number and rounds it to the converted precision of one device step: the fewest decimals that still
 * tell two neighbouring steps apart (0.1 lb is 0.045 kg, so two decimals; 0.1 in is 0.254 cm, so one).
 */
export const convertPrinted = (printed: { value: number; decimals: number }, factor: number): number => {
  const step = 10 ** -printed.decimals * factor;
  const decimals = Math.max(0, Math.ceil(-Math.log10(step)));
  // Twelve digits first: 67.5 in is 171.45 cm exactly, and binary fractions would make it a hair less before rounding.
  const exact = Number((printed.value * factor).toPrecision(12));
  return Math.round(Number((exact * 10 ** decimals).toPrecision(12))) / 10 ** decimals;
};

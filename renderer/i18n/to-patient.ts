/** Sentences by code, each said to the patient. */
export const toPatient = <Code extends string>(
  sentences: Readonly<Record<Code, string>>,
): Readonly<Record<Code, { readonly patient: string }>> => {
  const told = Object.entries<string>(sentences).map(([code, patient]) => [code, { patient }]);
  // The codes are those that came in.
  return Object.fromEntries(told) as Record<Code, { readonly patient: string }>;
};

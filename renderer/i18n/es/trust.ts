/** The two words of a call are compared with the physician's: they stay in French, which both ends can read. */
export const trust = {
  patient: 'Sus dos palabras, en francés: {{first}} · {{second}}. El médico ve las mismas.',
};

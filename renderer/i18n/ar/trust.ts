/** The two words of a call are compared with the physician's: they stay in French, which both ends can read. */
export const trust = { patient: 'كلمتاكم بالفرنسية: {{first}} · {{second}}. الطبيب يرى الكلمتين نفسيهما.' };

/** Keys as they are written on keys of the page; what they are called on a keyboard is the same in every language. */
export const KEY_NAMES = {
  end: 'Alt+C',
  papers: 'Alt+O',
  still: 'Alt+I',
  alone: 'Alt+E',
  invite: 'Alt+G',
  microphone: 'Alt+M',
  camera: 'Alt+V',
} as const;

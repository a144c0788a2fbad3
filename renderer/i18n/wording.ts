/**
 * The shape of a namespace without its words: the other language must have the same keys.
 * That the placeholders agree too is checked by a test.
 */
export type Wording<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Wording<Words[Key]>;
};

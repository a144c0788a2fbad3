/** The plural forms that a language has beside one and other: each counted phrase has them all. */
type MorePlurals<Words, Forms extends string> = {
  readonly [Key in keyof Words as Key extends `${infer Phrase}_other` ? `${Phrase}_${Forms}` : never]: string;
};

/**
 * The shape of a namespace without its words: another language must have the same keys, and its own plural forms.
 * That the placeholders agree too is checked by a test.
 */
export type WordingIn<Words, Forms extends string> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : WordingIn<Words[Key], Forms>;
} & MorePlurals<Words, Forms>;

/** The shape of a namespace in a language with the plural forms of French. */
export type Wording<Words> = WordingIn<Words, never>;

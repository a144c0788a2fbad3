/** The key of the keyboard that does the same. Drawn, not written: it is no part of the button's name, which is what its words say. */
export const KeyBadge = ({ name }: { readonly name: string }) => <kbd data-key={name} aria-hidden />;

type Tree = string | { readonly [key: string]: Tree };

/** How much longer than French other languages of the waiting room are: German, Polish, Portuguese reach +40 %. */
const LONGER = 0.4;
const FILLER = ' lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor';

const lengthenText = (text: string): string => {
  const visible = text.replaceAll(/\{\{[^}]+\}\}/gu, '').length;
  const extra = Math.ceil(visible * LONGER);
  return extra < 2 ? text : `${text}${FILLER.slice(0, extra)}`;
};

/** The same words, each about 40 % longer; placeholders are kept. */
export const lengthen = <Words extends Tree>(words: Words): Words => {
  const walk = (tree: Tree): Tree =>
    typeof tree === 'string'
      ? lengthenText(tree)
      : Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, walk(value)]));
  return walk(words) as Words;
};

/**
 * The title of the screen, ready to take the focus: a screen that takes the place of another one is read from its title, and `Tab` goes on
 * to its first key. Undefined where a screen has none in sight.
 */
export const screenTitle = (): HTMLElement | undefined => {
  const titles = [...document.querySelectorAll<HTMLElement>('#root > main h1')];
  const title = titles.find((each) => each.checkVisibility({ checkVisibilityCSS: true }));
  title?.setAttribute('tabindex', '-1');
  return title;
};

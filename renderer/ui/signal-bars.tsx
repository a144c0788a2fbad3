/** Strength of a signal, 0 (none) to 4 (very good), as four bars. The word that says the same always stands beside it. */
export const SignalBars = ({ level }: { readonly level: number }) => (
  <span className="bars" aria-hidden="true">
    {[1, 2, 3, 4].map((bar) => (
      <i key={bar} className={bar <= level ? 'f' : ''} />
    ))}
  </span>
);

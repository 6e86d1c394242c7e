import { Link } from "react-router-dom";

interface Props<View extends string> {
  /** Name of the thing that the views show. */
  label: string;
  /** On a telephone: on one line that scrolls, or two by two. */
  narrow: "line" | "pairs";
  /** The views to choose from, in order. */
  views: readonly View[];
  names: Record<View, () => string>;
  open: View;
  /** Number waiting in each. */
  counts: Partial<Record<View, number>>;
  to: (view: View) => string;
}

/** Views of one thing that is written, one of them open: the page is the same, and stays where it was scrolled. */
export const Views = <View extends string>({ label, narrow, views, names, open, counts, to }: Props<View>) => (
  <nav className={`views views-${narrow}`} aria-label={label}>
    {views.map((view) => (
      <Link to={to(view)} aria-current={view === open ? "page" : undefined} preventScrollReset key={view}>
        {names[view]()}
        {!!counts[view] && <span className="views-count">{counts[view]}</span>}
      </Link>
    ))}
  </nav>
);

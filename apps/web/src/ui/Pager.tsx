import { m } from "@cahier/schema/messages";
import { useEffect, useRef } from "react";
import { useLocation, useSearchParams } from "react-router-dom";
import { ButtonLink } from "./Button.tsx";
import { More } from "./More.tsx";

interface Props {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** Name of the list, for the landmark: « Contributions ». */
  label: string;
  /** Place of the list, on a page where it comes after something else. */
  hash?: string;
}

/** The next page of a list, as an ordinary link that keeps the filters; and the way back to its start. */
export function Pager({ pageInfo, label, hash }: Props) {
  const [search] = useSearchParams();
  const { key } = useLocation();
  /** Page of the list that a link here was pressed on. */
  const pressedOn = useRef<string>(null);
  const press = () => {
    pressedOn.current = key;
  };
  // One goes on from the top of what came, as on another page: from the bottom one would read it backwards.
  useEffect(() => {
    if (pressedOn.current === null || pressedOn.current === key) return;
    pressedOn.current = null;
    const top = hash ? document.getElementById(hash) : document.querySelector<HTMLElement>("main h1");
    if (!top) return;
    top.tabIndex = -1;
    top.focus({ preventScroll: true });
  }, [key, hash]);
  const to = (after: string | null) => {
    const next = new URLSearchParams(search);
    next.delete("after");
    if (after) next.set("after", after);
    return { search: next.size ? `?${next}` : "", hash };
  };
  if (!pageInfo.hasNextPage && !search.has("after")) return null;
  return (
    <nav className="cluster no-print" aria-label={m.ui_pager({ list: label })}>
      {pageInfo.hasNextPage && (
        <ButtonLink to={to(pageInfo.endCursor)} rel="next" onClick={press}>
          {m.ui_next()}
        </ButtonLink>
      )}
      {search.has("after") && (
        <More to={to(null)} icon="up" onClick={press}>
          {m.ui_first_page()}
        </More>
      )}
    </nav>
  );
}

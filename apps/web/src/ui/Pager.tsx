import { m } from "@cahier/schema/messages";
import { useSearchParams } from "react-router-dom";
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
        <ButtonLink to={to(pageInfo.endCursor)} rel="next">
          {m.ui_next()}
        </ButtonLink>
      )}
      {search.has("after") && (
        <More to={to(null)} icon="up">
          {m.ui_first_page()}
        </More>
      )}
    </nav>
  );
}

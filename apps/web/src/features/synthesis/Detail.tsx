import { getLocale } from "@cahier/schema/runtime";
import type { MouseEvent } from "react";
import { useNavigate } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { basenameOf } from "../../i18n/locale.ts";

/** More of a paragraph, as the API made it safe. Its links that stay in the site keep the language, and need no new document. */
export function Detail({ html }: { html: string }) {
  const navigate = useNavigate();
  const base = basenameOf(getLocale()).replace(/\/$/, "");
  const follow = (event: MouseEvent<HTMLElement>) => {
    const href = (event.target as Element).closest("a")?.getAttribute("href");
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!href?.startsWith("/") || elsewhere) return;
    event.preventDefault();
    void navigate(href.slice(base.length));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a link is pressed by keyboard too: its click comes here
    <div
      className="prose"
      lang={contentLang()}
      onClick={follow}
      dangerouslySetInnerHTML={{ __html: html.replaceAll('href="/', `href="${base}/`) }}
    />
  );
}

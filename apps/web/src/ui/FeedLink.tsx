import { getLocale } from "@cahier/schema/runtime";
import { useSearchParams } from "react-router-dom";

/** The address of an Atom feed, in the language of the page. */
export const feedOf = (path: string) => `${path}${getLocale() === "en" ? "?language=en" : ""}`;

/** Says to feed readers that a page has a feed. Written by the API only: nobody reads it in a browser. */
export const FeedLink = ({ path, title }: { path: string; title: string }) =>
  import.meta.env.SSR ? <link rel="alternate" type="application/atom+xml" href={feedOf(path)} title={title} /> : null;

interface ListProps {
  /** The page of the list. */
  list: string;
  title: string;
  /** Filters of its page that its feed knows too, with what each that is chosen is called. */
  filters?: Record<string, string | undefined>;
}

/** Says that a list has a feed: the one of what the page shows, as far as a feed can be filtered. */
export function ListFeed({ list, title, filters = {} }: ListProps) {
  const [params] = useSearchParams();
  const chosen = Object.entries(filters).filter(([name, called]) => called && params.get(name));
  const asked = new URLSearchParams(chosen.map(([name]) => [name, params.get(name)!]));
  if (getLocale() === "en") asked.set("language", "en");
  const path = `${list}/news.atom${asked.size > 0 ? `?${asked.toString()}` : ""}`;
  const titles = [title, ...chosen.map(([, called]) => called)].join(" · ");
  return import.meta.env.SSR ? <link rel="alternate" type="application/atom+xml" href={path} title={titles} /> : null;
}

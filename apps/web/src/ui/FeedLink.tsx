import { getLocale } from "@cahier/schema/runtime";

/** The address of an Atom feed, in the language of the page. */
export const feedOf = (path: string) => `${path}${getLocale() === "en" ? "?language=en" : ""}`;

/** Says to feed readers that a page has a feed. Written by the API only: nobody reads it in a browser. */
export const FeedLink = ({ path, title }: { path: string; title: string }) =>
  import.meta.env.SSR ? <link rel="alternate" type="application/atom+xml" href={feedOf(path)} title={title} /> : null;

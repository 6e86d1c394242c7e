import type { Location } from "react-router-dom";

/** A page that is loaded whole has no place in history yet: it opens where one left it, not where another page was. */
export const placeOf = ({ key, pathname, search }: Pick<Location, "key" | "pathname" | "search">) =>
  key === "default" ? pathname + search : key;

import { paths } from "../paths.ts";
import { TitleLink } from "./TitleLink.tsx";

/** The group that a page is of, above its title. */
export const GroupLink = ({ slug, name }: { slug: string; name: string }) => (
  <TitleLink to={paths.group(slug)}>{name}</TitleLink>
);

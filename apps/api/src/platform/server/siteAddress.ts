import type { Language } from "../../graphql/resolvers.generated.ts";
import { config } from "../config.ts";

/** The address of a page in somebody's language, as mails write it. */
export const siteAddress = (language: Language, path: string) =>
  `${config.origin}${language === "en" ? "/en" : ""}${path}`;

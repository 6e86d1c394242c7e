import { m } from "@cahier/schema/messages";
import { config } from "../../../platform/config.ts";

const locales = ["fr", "en"] as const;

/** Names of roles as people say them, of the site, and of the structure that writes its mails. */
export const namesOfSite = () => [
  ...locales.flatMap((locale) => m.person_reserved({}, { locale }).split(", ")),
  new URL(config.origin).hostname,
  config.mailFrom.split("<")[0]!.replaceAll('"', ""),
];

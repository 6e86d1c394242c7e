import { plain } from "@cahier/schema/text/plain";

/** A name as it stands in an address: « Île-de-France » is « ile-de-france ». */
export const slugOf = (name: string) =>
  plain(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

import { isOpened } from "../../ground/group/group.sql.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** Documents `it` that were published, in a group that opened: whoever has the address is told if one was taken away. */
export const publishedDocument = (it: string) => `(${it}.version > 0 and ${isOpened(`${it}.group_id`)})`;

/** Documents `it` that anybody may read: published, not taken away, of a group that opened. */
export const readableDocument = (it: string) => `(${publishedDocument(it)} and ${visible(it)})`;

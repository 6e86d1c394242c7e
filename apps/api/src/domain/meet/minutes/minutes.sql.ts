import { hidByRuling } from "../../ground/moderation/status.sql.ts";

/** Minutes that are final: their blocks are read and marked as texts are. */
export const publishedMinutes = (it: string) => `${it}.state = 'PUBLISHED'`;

/** Blocks that no moderator hid: the contribution that a block became has its id. */
export const blockShows = (b: string) => `not ${hidByRuling(`${b}.id`)}`;

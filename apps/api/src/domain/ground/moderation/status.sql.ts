import type { ModeratedKind, TextStatus } from "../../../graphql/resolvers.generated.ts";

const among = (it: string, ...statuses: TextStatus[]) =>
  statuses.length === 1
    ? `${it}.status = '${statuses[0]}'`
    : `${it}.status in (${statuses.map((status) => `'${status}'`).join(", ")})`;

/** Texts that anybody may read. */
export const visible = (it: string) => among(it, "VISIBLE");

/** Texts that nobody but their author and the moderators read before one of them has. */
export const held = (it: string) => among(it, "HELD");

/** Texts that a moderator took away. */
export const hidden = (it: string) => among(it, "HIDDEN");

/** Texts that their author took back. */
export const withdrawn = (it: string) => among(it, "WITHDRAWN");

/** Texts that their author chose not to show: the team reads and counts them, nobody cites them. */
export const unpublished = (it: string) => among(it, "UNPUBLISHED");

/** Texts that the team reads: those that show, and those that their author chose not to show. */
export const readByTeam = (it: string) => among(it, "VISIBLE", "UNPUBLISHED");

/** Texts that show, or will once a moderator has read them. */
export const meantToShow = (it: string) => among(it, "VISIBLE", "HELD");

/** Texts that count among what was received: neither hidden nor taken back. */
export const counted = (it: string) => among(it, "VISIBLE", "UNPUBLISHED", "HELD");

/** Texts that are there and do not show. */
export const notShown = (it: string) => among(it, "UNPUBLISHED", "HELD", "HIDDEN");

/** Texts whose words are still there. */
export const notWithdrawn = (it: string) => `${it}.status <> 'WITHDRAWN'`;

/** SQL: texts of a kind that anybody read before a moderator hid them: the place where they stood shows, and why. */
export const hiddenInPlace = (kind: ModeratedKind, it: string, id = `${it}.id`) => `(${hidden(it)} and exists (
  select from ruling g where g.kind = '${kind}' and g.text_id = ${id} and g.lifted_at is null
    and g.outcome = 'HIDDEN' and g.was = 'VISIBLE'))`;

/** SQL: texts of a kind that anybody reads, or whose place shows. */
export const visibleOrPlace = (kind: ModeratedKind, it: string, id?: string) =>
  `(${visible(it)} or ${hiddenInPlace(kind, it, id)})`;

/** SQL: digest of the words of a row `x` of a moderated kind. */
export const wordsDigest = (x: string) => `encode(sha256(convert_to(${x}.parts::text, 'UTF8')), 'hex')`;

/** SQL: reports `p` of a row `x` of a kind that nobody answered, and that speak of its words as they stand. */
export const openReports = (kind: string, x: string) => `from report p where p.kind = '${kind}'
  and p.text_id = ${x}.id and p.settled_by_id is null and p.words_digest = ${wordsDigest(x)}`;

/** SQL: a ruling in force hides the text of this id. */
export const hidByRuling = (id: string) =>
  `exists (select from ruling r where r.text_id = ${id} and r.outcome = 'HIDDEN' and r.lifted_at is null)`;

import { m } from "@cahier/schema/messages";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Signatures } from "./minority.queries.ts";

/** Those who signed a position in one sentence: the names that are told, then how many more; where none is, how many. Pure. */
export function signersIn(
  { named, count }: Pick<Signatures, "named" | "count">,
  options: { locale: Language },
): string {
  const names = named.map(({ name }) => name).join(", ");
  const more = count - named.length;
  if (named.length === 0) return m.minority_unnamed({ count }, options);
  return more > 0 ? `${names} ${m.proposal_and_more({ count: more }, options)}` : names;
}

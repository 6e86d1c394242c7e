import type { NewsKind } from "../../../graphql/resolvers.generated.ts";
import type { ResponseNews } from "./digest.ts";
import type { News } from "./news.ts";

/** News that one mail tells; `event` names what decides, which is told alone. */
export interface Part {
  event: string | null;
  responses: ResponseNews[];
}

/** What decides for somebody: quoted, asked whether they are, answered. Nobody is to find it at the end of a list. */
const decisive: NewsKind[] = ["ASKED", "RESOLVED", "ANSWERED", "CITED"];

/**
 * Parts the news of one reader: a mail for each event that decides, whatever it touches of what they wrote, and one for
 * all the rest. That a text was read goes without saying beside what was made of it: it is told with that.
 */
export function partsOf(all: ResponseNews[]): Part[] {
  const eventOf = ({ kind, targetId }: News) => (decisive.includes(kind) ? `${kind} ${targetId}` : null);
  const parts = new Map<string | null, Map<ResponseNews, News[]>>();
  for (const one of all)
    for (const own of Map.groupBy(one.news, ({ contribution }) => contribution.id).values()) {
      const said = own.filter(({ kind }) => kind !== "READ");
      const beside = said.find((it) => eventOf(it) === null) ?? said[0];
      for (const it of own) {
        const event = it.kind === "READ" && beside ? eventOf(beside) : eventOf(it);
        const part = parts.get(event) ?? new Map<ResponseNews, News[]>();
        parts.set(event, part);
        part.set(one, [...(part.get(one) ?? []), it]);
      }
    }
  return [...parts]
    .toSorted(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([event, told]) => ({
      event,
      responses: [...told].map(([{ response }, news]) => ({ response, news })),
    }));
}

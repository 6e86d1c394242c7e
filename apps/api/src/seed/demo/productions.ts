import { Productions } from "../../domain/give/production/production.entity.ts";
import type { Demo } from "./rows.ts";

/** Productions asked for on the eve of a presentation: the site makes them once it runs. The report is public. */
export function productions({ ids, put }: Demo) {
  const asked = (name: string) => ({
    id: ids.ordered(name),
    groupId: ids.ordered("group"),
    askedById: ids.ordered("p-anim"),
    fictional: true,
  });
  put(Productions, [
    { ...asked("production-report"), kind: "REPORT", format: "PDF", publishedAt: new Date() },
    { ...asked("production-deck"), kind: "DECK", format: "PPTX", publishedAt: null },
  ]);
}

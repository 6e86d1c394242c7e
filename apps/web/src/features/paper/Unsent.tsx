import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { shelf } from "../../ui/shelf.ts";
import { prefix, unsentOf, type Waiting } from "./unsent.ts";

/** Sheets that somebody typed and that have not left this device; a killed browser may have left them on its disk alone. */
export function useUnsent(personId: string) {
  const [waiting, setWaiting] = useState(() => unsentOf(personId));
  useEffect(() => {
    const look = () => setWaiting(unsentOf(personId));
    void shelf.mend(prefix(personId)).then((changed) => changed.length > 0 && look(), look);
  }, [personId]);
  return waiting;
}

/** Number of those sheets, with a link to each desk; one that is not among those of this page may be closed to them. */
export function Unsent({ waiting, desks }: { waiting: readonly Waiting[]; desks: readonly string[] }) {
  if (waiting.length === 0) return null;
  const slugs = [...new Set(waiting.map(({ slug }) => slug))];
  return (
    <Notice tone="warn">
      <p>{m.paper_queue_count({ count: waiting.length })}</p>
      {slugs.some((slug) => !desks.includes(slug)) && <p>{m.paper_queue_no_right()}</p>}
      {slugs.map((slug) => (
        <More to={paths.paper(slug)} key={slug}>
          {m.paper_queue_open()}
        </More>
      ))}
    </Notice>
  );
}

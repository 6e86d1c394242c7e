import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { shelf } from "../../ui/shelf.ts";
import { prefix, unsentOf } from "./unsent.ts";

interface Props {
  personId: string;
  /** Questionnaires of this page that they may type in for: another may be closed to them. */
  desks: readonly string[];
  /** Above it, where nothing else stands. */
  heading?: string;
}

/** Number of sheets that somebody typed and that have not left this device, with a link to where each leaves. */
export function Unsent({ personId, desks, heading }: Props) {
  const [waiting, setWaiting] = useState(() => unsentOf(personId));
  useEffect(() => {
    // A killed browser may have left them on the disk alone.
    const look = () => setWaiting(unsentOf(personId));
    void shelf.mend(prefix(personId)).then((changed) => changed.length > 0 && look(), look);
  }, [personId]);
  if (waiting.length === 0) return null;
  const slugs = [...new Set(waiting.map(({ slug }) => slug))];
  const notice = (
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
  return heading ? <Row heading={heading}>{notice}</Row> : notice;
}

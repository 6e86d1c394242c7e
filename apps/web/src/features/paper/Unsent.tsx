import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { unsentOf } from "./unsent.ts";

/** Number of sheets somebody typed that have not left this device, with the link to them. */
export function Unsent({ personId }: { personId: string }) {
  const [waiting] = useState(() => unsentOf(personId));
  if (waiting.length === 0) return null;
  const slugs = [...new Set(waiting.map(({ slug }) => slug))];
  return (
    <Notice tone="warn">
      <p>{m.paper_queue_count({ count: waiting.length })}</p>
      {slugs.map((slug) => (
        <More to={paths.paper(slug)} key={slug}>
          {m.paper_queue_open()}
        </More>
      ))}
    </Notice>
  );
}

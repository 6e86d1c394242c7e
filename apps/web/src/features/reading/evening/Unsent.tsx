import { m } from "@cahier/schema/messages";
import { useViewer } from "../../../graphql/instance.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { textsOf } from "./outbox.ts";
import { useEveningOf, useOutbox } from "./sending.tsx";

/** Sends, from another page of the bench, the acts of an evening that still wait on this device, and says so meanwhile. */
export function Unsent() {
  const viewer = useViewer();
  return viewer && <UnsentOf personId={viewer.id} />;
}

function UnsentOf({ personId }: { personId: string }) {
  const { waiting, cut } = useOutbox(useEveningOf(personId));
  const count = new Set(waiting.flatMap(textsOf)).size;
  return count > 0 && cut ? (
    <Notice tone="info" live>
      {m.evening_cut({ count })}
    </Notice>
  ) : null;
}

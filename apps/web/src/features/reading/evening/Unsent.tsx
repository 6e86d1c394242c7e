import { useViewer } from "../../../graphql/instance.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { textsOf } from "../outbox/waiting.ts";
import { SetAside } from "./SetAside.tsx";
import { useEveningOf, useOutbox } from "./sending.tsx";
import { waitSentence } from "../outbox/waits.ts";

/** Sends, from another page of the bench, the acts of an evening that still wait on this device, and says so meanwhile. */
export function Unsent() {
  const viewer = useViewer();
  return viewer && <UnsentOf personId={viewer.id} />;
}

function UnsentOf({ personId }: { personId: string }) {
  const session = useEveningOf(personId);
  const { waiting, cut, failure } = useOutbox(session);
  const count = new Set(waiting.flatMap(textsOf)).size;
  return (
    <>
      {count > 0 && cut && (
        <Notice tone="info" live>
          {waitSentence(failure, count)}
        </Notice>
      )}
      <SetAside session={session} />
    </>
  );
}

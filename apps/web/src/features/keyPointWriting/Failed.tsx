import { m } from "@cahier/schema/messages";
import { Notice } from "../../ui/Notice.tsx";

/** Neither done nor refused: the network or the server did not answer. */
export const Failed = ({ when }: { when: boolean }) =>
  when && (
    <Notice tone="warn" live>
      {m.keyPointWriting_not_saved()}
    </Notice>
  );

import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Notice } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import { useReceipts } from "./receipts.ts";

/** Notice that this device has answered this questionnaire already, with the link to the response. */
export function SentBefore({ questionnaireId }: { questionnaireId: string }) {
  const sent = useReceipts().find((receipt) => receipt.questionnaireId === questionnaireId);
  if (!sent) return null;
  return (
    <Notice tone="done">
      {m.response_sent_before()} <When date={sent.receivedOn} />.{" "}
      <Link to={paths.trail(sent.code)}>{m.response_follow_this()}</Link>
    </Notice>
  );
}

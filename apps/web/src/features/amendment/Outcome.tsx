import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { AmendmentPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";

type Amendment = Pick<
  NonNullable<AmendmentPage["amendment"]>,
  | "state"
  | "text"
  | "acceptedText"
  | "versionNumber"
  | "answer"
  | "settledOn"
  | "settledBy"
  | "promotedTo"
  | "status"
  | "statusOn"
>;

interface Props {
  slug: string;
  amendment: Amendment;
  /** It is told to its author. */
  own?: boolean;
}

/** Outcome of an amendment: state, who settled it and when, accepted words, reason, and the link to read it. */
export function Outcome({ slug, amendment, own }: Props) {
  const { state, text, acceptedText, versionNumber, answer, settledOn, settledBy, promotedTo, status, statusOn } =
    amendment;
  const isWithdrawn = status === "WITHDRAWN";
  const withdrawn = isWithdrawn && statusOn && (
    <p>{(own ? m.amendment_withdrawn_by_you : m.amendment_withdrawn_on)({ date: formatDate(statusOn) })}</p>
  );
  if (!settledOn) return withdrawn;
  const date = formatDate(settledOn);
  // A withdrawn amendment keeps no text to compare with.
  const isEdited = acceptedText !== null && acceptedText !== text && !isWithdrawn;
  const sentences: Partial<Record<Amendment["state"], (of: { date: string }) => string>> = {
    ACCEPTED: isEdited ? m.amendment_accepted_edited : m.amendment_accepted,
    REFUSED: m.amendment_refused,
    PROMOTED: m.amendment_promoted,
  };
  return (
    <div className="flow">
      <p>
        {sentences[state]?.({ date })}
        {settledBy && ` ${m.amendment_by({ name: settledBy })}`}
      </p>
      {state === "REFUSED" && !answer && !isWithdrawn && <p>{m.curation_joined_reason()}</p>}
      {answer && (
        <p className="prose" lang={contentLang()}>
          {answer}
        </p>
      )}
      {isEdited && (
        <SideBySide
          before={{ label: m.amendment_proposed_words(), parts: [text] }}
          after={{ label: m.amendment_taken_words(), parts: [acceptedText] }}
        />
      )}
      {withdrawn}
      {withdrawn && acceptedText !== null && (
        <>
          <p>{m.amendment_withdrawn_kept()}</p>
          <blockquote className="verbatim" lang={contentLang()}>
            {acceptedText}
          </blockquote>
        </>
      )}
      {versionNumber !== null && versionNumber > 1 && (
        <More to={paths.proposalDifference(slug, versionNumber - 1, versionNumber)}>
          {m.amendment_to_version({ number: versionNumber })}
        </More>
      )}
      {promotedTo && (
        <p>
          <Link to={paths.proposal(promotedTo.slug)} lang={contentLang()}>
            {promotedTo.number}. {promotedTo.title}
          </Link>
        </p>
      )}
      {state === "PROMOTED" && !promotedTo && <p className="quiet">{m.amendment_promoted_draft()}</p>}
    </div>
  );
}

type Refusal = NonNullable<NonNullable<AmendmentPage["amendment"]>["formerRefusal"]>;

/** A refusal that was taken back, and both reasons. */
export const FormerRefusal = ({ on, reason, takenBackOn, because }: Refusal) => (
  <div className="flow">
    <p>{m.amendment_refused_before({ date: formatDate(on) })}</p>
    {reason ? (
      <p className="prose" lang={contentLang()}>
        {reason}
      </p>
    ) : (
      <p>{m.curation_joined_reason()}</p>
    )}
    <p>{m.amendment_refused_no_more({ date: formatDate(takenBackOn) })}</p>
    <p className="prose" lang={contentLang()}>
      {because}
    </p>
  </div>
);

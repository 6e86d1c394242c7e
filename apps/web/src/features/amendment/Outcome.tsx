import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { AmendmentPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { proposalPaths } from "../../proposalPaths.ts";
import { More } from "../../ui/More.tsx";
import { SideBySide } from "../../ui/SideBySide.tsx";

type Amendment = NonNullable<AmendmentPage["amendment"]>;

/** What became of an amendment: by whom, when, in which words, why, and where one reads it. */
export function Outcome({ slug, amendment }: { slug: string; amendment: Amendment }) {
  const { state, text, acceptedText, versionNumber, answer, settledOn, settledBy, promotedTo } = amendment;
  if (!settledOn) return null;
  const date = formatDate(settledOn);
  const isEdited = acceptedText !== null && acceptedText !== text;
  const sentences = {
    ACCEPTED: isEdited ? m.amendment_accepted_edited : m.amendment_accepted,
    REFUSED: m.amendment_refused,
    PROMOTED: m.amendment_promoted,
  };
  return (
    <div className="flow">
      <p>
        {state !== "PROPOSED" && sentences[state]({ date })}
        {settledBy && ` ${m.amendment_by({ name: settledBy })}`}
      </p>
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
      {versionNumber !== null && versionNumber > 1 && (
        <More to={proposalPaths.difference(slug, versionNumber - 1, versionNumber)}>
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

import { m } from "@cahier/schema/messages";
import { contentLang } from "../../../i18n/content.ts";
import { When } from "../../../ui/When.tsx";
import type { Composed } from "../composed.tsx";
import { Because } from "../Reason.tsx";

/** Wordings of a question, newest first, each with the answers given to it. */
export const Revisions = ({ revisions }: { revisions: Composed["revisions"] }) => (
  <ol className="questionnaireWriting-revisions">
    {revisions.map(({ revision, label, options, reason, madeOn, answerCount }) => (
      <li key={revision}>
        <p className="quiet">
          <b>{m.questionnaireWriting_revision_n({ revision })}</b> · <When date={madeOn} /> ·{" "}
          {m.questionnaireWriting_answers({ count: answerCount })}
        </p>
        <p lang={contentLang()}>{label}</p>
        {options.length > 0 && (
          <p className="quiet" lang={contentLang()}>
            {options.map((option) => option.label).join(" · ")}
          </p>
        )}
        <Because reason={reason} />
      </li>
    ))}
  </ol>
);

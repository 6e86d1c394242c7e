import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { CitationVerdict, WellCited_version } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Card } from "../../ui/Card.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<WellCited_version> = gql`
  fragment WellCited_version on SynthesisVersion {
    id
    citationCounts {
      asked
      answered
      faithful
      toQualify
      distorted
    }
    citationReplies {
      verdict
      reply
      repliedOn
    }
  }
`;

const verdicts: Record<CitationVerdict, () => string> = {
  FAITHFUL: m.synthesis_reply_FAITHFUL,
  TO_QUALIFY: m.synthesis_reply_TO_QUALIFY,
  DISTORTED: m.synthesis_reply_DISTORTED,
};

/** « Êtes-vous bien cité ? » in numbers, and what the team answered to whom is not told. To be selected with `@unmask`. */
export function WellCited({ version: { citationCounts: counts, citationReplies } }: { version: WellCited_version }) {
  const { asked, answered, faithful, toQualify, distorted } = counts;
  const said = [
    faithful > 0 && m.synthesis_cited_faithful({ count: faithful }),
    toQualify > 0 && m.synthesis_cited_to_qualify({ count: toQualify }),
    distorted > 0 && m.synthesis_cited_distorted({ count: distorted }),
  ].filter(Boolean);
  return (
    <>
      <p className="prose">
        {m.synthesis_cited_asked({ count: asked })}, {m.synthesis_cited_answered({ count: answered })}
        {said.length > 0 && `${m.ui_colon()}${said.join(", ")}`}.
      </p>
      {citationReplies.length > 0 && (
        <ul className="cards">
          {citationReplies.map(({ verdict, reply, repliedOn }) => (
            <Card as="li" key={`${repliedOn} ${reply}`}>
              <p className="quiet">
                {verdicts[verdict]()} · <When date={repliedOn} />
              </p>
              <p className="verbatim" lang={contentLang()}>
                {reply}
              </p>
            </Card>
          ))}
        </ul>
      )}
    </>
  );
}

WellCited.fragment = fragment;

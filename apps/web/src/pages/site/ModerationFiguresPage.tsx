import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import type { ModerationFiguresPage, ModerationFiguresPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import styles from "../../features/moderation/Moderation.module.css";
import { Months } from "../../features/moderation/Months.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<ModerationFiguresPage, ModerationFiguresPageVariables> = gql`
  query ModerationFiguresPage {
    moderationFigures {
      logLines
      logHash
      ...Months_figures @unmask
    }
  }
  ${Months.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** What moderation did, month by month and reason by reason, and the end of its log. */
export function Component() {
  const figures = useReadQuery(useLoaderData<typeof loader>()).data.moderationFigures;
  const { logLines, logHash } = figures;
  return (
    <Ruled>
      <PageHead title={m.moderation_figures_title()} lead={<p>{m.moderation_figures_lead()}</p>} />
      <Row heading={m.moderation_figures_months()} note={m.moderation_figures_note()}>
        <Months figures={figures} />
      </Row>
      <Row heading={m.moderation_log()} note={m.moderation_log_note()}>
        <p>{m.moderation_log_lead({ count: logLines })}</p>
        {logHash && (
          <p>
            <code className={styles.hash}>{logHash}</code>
          </p>
        )}
      </Row>
    </Ruled>
  );
}

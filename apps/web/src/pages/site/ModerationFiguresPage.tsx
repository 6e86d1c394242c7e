import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import type { ModerationFiguresPage, ModerationFiguresPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import styles from "../../features/moderation/Moderation.module.css";
import { reasonNames } from "../../shared/reasons.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<ModerationFiguresPage, ModerationFiguresPageVariables> = gql`
  query ModerationFiguresPage {
    moderationFigures {
      logLines
      logHash
      months {
        month
        reports
        shown
        masked
        appeals
        restored
        hidden {
          reason
          count
        }
      }
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

const told = (count: number | null) => (count === null ? m.moderation_figures_few() : `${count}`);

/** What moderation did, month by month and reason by reason, and the end of its log. */
export function Component() {
  const { months, logLines, logHash } = useReadQuery(useLoaderData<typeof loader>()).data.moderationFigures;
  const reasons = keysOf(reasonNames);
  return (
    <Ruled>
      <PageHead title={m.moderation_figures_title()} lead={<p>{m.moderation_figures_lead()}</p>} />
      <Row heading={m.moderation_figures_months()} note={m.moderation_figures_note()}>
        {months.length === 0 ? (
          <Empty title={m.moderation_figures_none()} />
        ) : (
          <DataTable
            caption={m.moderation_figures_title()}
            captionHidden
            head={[
              m.moderation_figures_month(),
              m.moderation_figures_reports(),
              m.moderation_figures_shown(),
              m.moderation_figures_masked(),
              ...reasons.map((reason) => m.moderation_figures_hidden({ reason: reasonNames[reason]().toLowerCase() })),
              m.moderation_figures_appeals(),
              m.moderation_figures_restored(),
            ]}
            numeric={Array.from({ length: reasons.length + 5 }, (_, index) => index + 1)}
            rows={months.map((it) => ({
              key: it.month,
              cells: [
                formatDate(`${it.month}-01`, "month"),
                told(it.reports),
                told(it.shown),
                told(it.masked),
                ...reasons.map((reason) =>
                  told((it.hidden.find((one) => one.reason === reason) ?? { count: 0 }).count),
                ),
                told(it.appeals),
                told(it.restored),
              ],
            }))}
          />
        )}
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

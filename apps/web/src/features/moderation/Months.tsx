import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Months_figures } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { reasonNames } from "../../shared/reasons.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Empty } from "../../ui/Empty.tsx";

const fragment: TypedDocumentNode<Months_figures> = gql`
  fragment Months_figures on ModerationFigures {
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
`;

const told = (count: number | null) => (count === null ? m.moderation_figures_few() : `${count}`);

/** Public figures of moderation, by month and by reason. */
export function Months({ figures: { months } }: { figures: Months_figures }) {
  const reasons = keysOf(reasonNames);
  if (months.length === 0) return <Empty title={m.moderation_figures_none()} />;
  return (
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
          ...reasons.map((reason) => told((it.hidden.find((one) => one.reason === reason) ?? { count: 0 }).count)),
          told(it.appeals),
          told(it.restored),
        ],
      }))}
    />
  );
}

Months.fragment = fragment;

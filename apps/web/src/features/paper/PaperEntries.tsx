import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { PaperEntries_paperDesk } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { formatShare } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { More } from "../../ui/More.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<PaperEntries_paperDesk> = gql`
  fragment PaperEntries_paperDesk on PaperDesk {
    id
    entries {
      id
      channel
      batch
      sheetNumber
      receivedOn
      enteredBy
      peopleCount
      viewerCan {
        enterAgain
      }
      status
      statusOn
      territory {
        id
        name
      }
      second {
        id
        settledOn
        differences {
          key
        }
      }
    }
    agreement {
      sheets
      compared
      same
    }
  }
`;

type PaperEntry = PaperEntries_paperDesk["entries"][number];

/** Name of an entry: « Lot 3, feuille 12 ». */
export const entryName = ({
  channel,
  batch,
  sheetNumber,
  peopleCount,
}: Pick<PaperEntry, "channel" | "batch" | "sheetNumber" | "peopleCount">) =>
  channel === "LOCAL_MEETING"
    ? m.paper_report_of({ count: peopleCount ?? 0 })
    : [batch && `${m.paper_batch()} ${batch}`, sheetNumber !== null && m.paper_sheet_number({ number: sheetNumber })]
        .filter(Boolean)
        .join(", ") || m.paper_sheet_alone();

/** Entries with who typed them, and second entries. To be selected with `@unmask`. */
export function PaperEntries({ desk: { entries, agreement }, slug }: { desk: PaperEntries_paperDesk; slug: string }) {
  if (entries.length === 0) return <p>{m.paper_none()}</p>;
  return (
    <>
      {agreement && (
        <p>
          {m.paper_agreement({
            share: formatShare(agreement.compared ? agreement.same / agreement.compared : 1),
            sheets: agreement.sheets,
            same: agreement.same,
            compared: agreement.compared,
          })}
        </p>
      )}
      <p className="prose quiet">{m.paper_again_lead()}</p>
      <DataTable
        caption={m.paper_table()}
        captionHidden
        head={[m.paper_sheet_one(), m.paper_where(), m.paper_received(), m.paper_by(), m.paper_again()]}
        rows={entries.map((entry) => ({
          key: entry.id,
          cells: [
            entryName(entry),
            entry.territory.name,
            <When date={entry.receivedOn} format="short" key="on" />,
            entry.enteredBy,
            <Second entry={entry} slug={slug} key="second" />,
          ],
        }))}
      />
    </>
  );
}

PaperEntries.fragment = fragment;

function Second({ entry, slug }: { entry: PaperEntry; slug: string }) {
  const { id, second, viewerCan, status, statusOn } = entry;
  const to = paths.paper(slug, { again: id });
  const name = entryName(entry);
  if (status === "WITHDRAWN" && statusOn) return m.paper_withdrawn({ date: formatDate(statusOn) });
  if (viewerCan.enterAgain)
    return (
      <More to={to} icon={null} aria-label={m.paper_again_go_of({ name })}>
        {m.paper_again_go()}
      </More>
    );
  if (!second) return null;
  if (second.settledOn) return m.paper_again_done({ count: second.differences.length });
  return (
    <More to={to} icon={null} aria-label={m.paper_again_settle_of({ name })}>
      {m.paper_again_open({ count: second.differences.length })}
    </More>
  );
}

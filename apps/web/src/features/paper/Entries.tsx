import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Entries_entryDesk } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { formatShare } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { More } from "../../ui/More.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<Entries_entryDesk> = gql`
  fragment Entries_entryDesk on EntryDesk {
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

type Entry = Entries_entryDesk["entries"][number];

/** What an entry is called: « Lot 3, feuille 12 ». */
export const entryName = ({
  channel,
  batch,
  sheetNumber,
  peopleCount,
}: Pick<Entry, "channel" | "batch" | "sheetNumber" | "peopleCount">) =>
  channel === "LOCAL_MEETING"
    ? m.entry_report_of({ count: peopleCount ?? 0 })
    : [batch && `${m.entry_batch()} ${batch}`, sheetNumber !== null && m.entry_sheet_number({ number: sheetNumber })]
        .filter(Boolean)
        .join(", ") || m.entry_sheet_alone();

/** What was typed in, who did, and what a second person typed of it. To be selected with `@unmask`. */
export function Entries({ desk: { entries, agreement }, slug }: { desk: Entries_entryDesk; slug: string }) {
  if (entries.length === 0) return <p>{m.entry_none()}</p>;
  return (
    <>
      {agreement && (
        <p>
          {m.entry_agreement({
            share: formatShare(agreement.compared ? agreement.same / agreement.compared : 1),
            sheets: agreement.sheets,
            same: agreement.same,
            compared: agreement.compared,
          })}
        </p>
      )}
      <p className="prose quiet">{m.entry_again_lead()}</p>
      <DataTable
        caption={m.entry_table()}
        captionHidden
        head={[m.entry_sheet_one(), m.entry_where(), m.entry_received(), m.entry_by(), m.entry_again()]}
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

Entries.fragment = fragment;

function Second({ entry, slug }: { entry: Entry; slug: string }) {
  const { id, second, viewerCan, status, statusOn } = entry;
  const to = paths.entry(slug, { again: id });
  const name = entryName(entry);
  if (status === "WITHDRAWN" && statusOn) return m.entry_withdrawn({ date: formatDate(statusOn) });
  if (viewerCan.enterAgain)
    return (
      <More to={to} icon={null} aria-label={m.entry_again_go_of({ name })}>
        {m.entry_again_go()}
      </More>
    );
  if (!second) return null;
  if (second.settledOn) return m.entry_again_done({ count: second.differences.length });
  return (
    <More to={to} icon={null} aria-label={m.entry_again_settle_of({ name })}>
      {m.entry_again_open({ count: second.differences.length })}
    </More>
  );
}

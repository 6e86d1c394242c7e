import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import type { ReadingTable_readingCoverage, ReadingTable_share } from "../../graphql/operations.generated.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { channelNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { BarList } from "../../ui/BarList.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { told } from "../../shared/counted.ts";

const shareFragment: TypedDocumentNode<ReadingTable_share> = gql`
  fragment ReadingTable_share on ReadingShare {
    texts
    read
    marked
    cited
  }
`;

const fragment: TypedDocumentNode<ReadingTable_readingCoverage> = gql`
  fragment ReadingTable_readingCoverage on ReadingCoverage {
    withoutFollowUp
    whole {
      ...ReadingTable_share @unmask
    }
    regions {
      region {
        id
        slug
        name
      }
      share {
        ...ReadingTable_share @unmask
      }
    }
    channels {
      channel
      share {
        ...ReadingTable_share @unmask
      }
    }
  }
  ${shareFragment}
`;

/**
 * Share of the texts of an objective that were read, marked and cited; the same as tables, by region and by channel. To
 * be selected with `@unmask`.
 */
export function ReadingTable({ coverage }: { coverage: ReadingTable_readingCoverage }) {
  const { whole, regions, channels, withoutFollowUp } = coverage;
  return (
    <div className="flow">
      <BarList
        max={whole.texts}
        bars={[
          {
            key: "read",
            label: m.objective_reading_read(),
            value: whole.read ?? 0,
            text: ofAll(whole.read, whole.texts),
          },
          {
            key: "marked",
            label: m.objective_reading_marked(),
            value: whole.marked ?? 0,
            text: ofAll(whole.marked, whole.texts),
          },
          {
            key: "cited",
            label: m.objective_reading_cited(),
            value: whole.cited ?? 0,
            text: ofAll(whole.cited, whole.texts),
          },
        ]}
      />
      <p>
        {withoutFollowUp
          ? told(withoutFollowUp, m.objective_without_follow_up, m.objective_without_follow_up_more)
          : m.objective_reading_none()}
      </p>
      <Disclosure summary={m.objective_reading_by_region()}>
        <Shares
          caption={m.objective_reading_by_region()}
          name={m.objective_reading_region()}
          rows={regions.map(({ region: { id, slug, name }, share }) => ({
            key: id,
            name: <Link to={paths.territory(slug)}>{name}</Link>,
            share,
          }))}
        />
      </Disclosure>
      <Disclosure summary={m.objective_reading_by_channel()}>
        <Shares
          caption={m.objective_reading_by_channel()}
          name={m.objective_reading_channel()}
          rows={channels.map(({ channel, share }) => ({ key: channel, name: channelNames[channel](), share }))}
        />
      </Disclosure>
      <p className="quiet">{m.objective_reading_why()}</p>
    </div>
  );
}

ReadingTable.fragment = fragment;

const ofAll = (count: number | null, all: number) => `${formatNumber(count ?? 0)} / ${formatNumber(all)}`;

interface SharesProps {
  caption: string;
  /** Heading of the column of row names. */
  name: string;
  rows: readonly { key: string; name: ReactNode; share: ReadingTable_share }[];
}

const Shares = ({ caption, name, rows }: SharesProps) => (
  <DataTable
    caption={caption}
    captionHidden
    numeric={[1, 2, 3, 4]}
    head={[
      name,
      m.objective_reading_texts(),
      m.objective_reading_read(),
      m.objective_reading_marked(),
      m.objective_reading_cited(),
    ]}
    rows={rows.map((row) => ({
      key: row.key,
      cells: [
        row.name,
        formatNumber(row.share.texts),
        ...[row.share.read, row.share.marked, row.share.cited].map((count) =>
          count === null ? m.objective_reading_hidden() : formatNumber(count),
        ),
      ],
    }))}
  />
);

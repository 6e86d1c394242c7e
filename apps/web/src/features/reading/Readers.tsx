import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Readers_readers } from "../../graphql/operations.generated.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { DataTable } from "../../ui/DataTable.tsx";

const fragment: TypedDocumentNode<Readers_readers> = gql`
  fragment Readers_readers on ReaderFigures {
    name
    read
    marked
    secondReadings
  }
`;

/** Number of texts read by each reader, for a team that divides its evenings. To be selected with `@unmask`. */
export const Readers = ({ readers }: { readers: readonly Readers_readers[] }) => (
  <div className="flow">
    <h3>{m.reading_readers()}</h3>
    <DataTable
      caption={m.reading_readers()}
      captionHidden
      numeric={[1, 2, 3]}
      head={[m.reading_reader(), m.reading_reader_read(), m.reading_reader_marked(), m.reading_reader_second()]}
      rows={readers.map(({ name, read, marked, secondReadings }) => ({
        key: name,
        cells: [name, formatNumber(read), formatNumber(marked), formatNumber(secondReadings)],
      }))}
    />
  </div>
);

Readers.fragment = fragment;

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Readers_readers } from "../../graphql/operations.generated.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { DataTable } from "../../ui/DataTable.tsx";

const fragment: TypedDocumentNode<Readers_readers> = gql`
  fragment Readers_readers on BenchReader {
    name
    read
    marked
    secondReadings
  }
`;

/** Who read how much, for a team that divides its evenings. To be selected with `@unmask`. */
export const Readers = ({ readers }: { readers: readonly Readers_readers[] }) => (
  <div className="flow">
    <h3>{m.bench_readers()}</h3>
    <DataTable
      caption={m.bench_readers()}
      captionHidden
      numeric={[1, 2, 3]}
      head={[m.bench_reader(), m.bench_reader_read(), m.bench_reader_marked(), m.bench_reader_second()]}
      rows={readers.map(({ name, read, marked, secondReadings }) => ({
        key: name,
        cells: [name, formatNumber(read), formatNumber(marked), formatNumber(secondReadings)],
      }))}
    />
  </div>
);

Readers.fragment = fragment;

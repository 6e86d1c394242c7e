import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { PublicFiles_production } from "../../graphql/operations.generated.ts";
import { Download } from "../../ui/Download.tsx";
import { files } from "./production.files.ts";
import { formatNames, kindNames } from "./production.labels.ts";

const fragment: TypedDocumentNode<PublicFiles_production> = gql`
  fragment PublicFiles_production on Production {
    id
    kind
    format
    size
  }
`;

/** The report and the slides that a team made public, for anybody to take. */
export const PublicFiles = ({ productions }: { productions: readonly PublicFiles_production[] }) => (
  <ul className="flow">
    {productions.map(({ id, kind, format, size }) => (
      <li key={id}>
        <Download href={files.production(id)}>
          {kindNames[kind]()}, {formatNames[format]()}
          {size !== null && ` (${m.production_size({ size: Math.max(1, Math.round(size / 1000)) })})`}
        </Download>
      </li>
    ))}
  </ul>
);

PublicFiles.fragment = fragment;

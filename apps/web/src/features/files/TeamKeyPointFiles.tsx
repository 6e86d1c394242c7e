import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { TeamKeyPointFiles_keyPoint } from "../../graphql/operations.generated.ts";
import { filePaths } from "../../filePaths.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Download } from "../../ui/Download.tsx";

const fragment: TypedDocumentNode<TeamKeyPointFiles_keyPoint> = gql`
  fragment TeamKeyPointFiles_keyPoint on KeyPoint {
    id
    objective {
      id
      slug
      number
    }
  }
`;

const files = [
  ["key-points.qdc", m.export_codebook_qdc],
  ["passages.csv", m.export_passages_csv],
  ["passages.ods", m.export_passages_ods],
] as const;

/** Files of key points for the team, by objective: with the working labels. */
export function TeamKeyPointFiles({ keyPoints }: { keyPoints: readonly TeamKeyPointFiles_keyPoint[] }) {
  const objectives = [...new Map(keyPoints.map(({ objective }) => [objective.id, objective])).values()];
  return (
    <Disclosure summary={m.export_key_points_title()}>
      <p className="prose quiet">{m.export_team_lead()}</p>
      <ul className="flow">
        {objectives.map(({ slug, number }) => (
          <li key={slug}>
            <p>{m.objective_number({ number })}</p>
            <ul className="cluster">
              {files.map(([file, name]) => (
                <li key={file}>
                  <Download
                    href={filePaths.teamObjectiveFile(slug, file)}
                    label={m.export_of_objective({ file: name(), number })}
                  >
                    {name()}
                  </Download>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="prose quiet">{m.export_codebook_help()}</p>
    </Disclosure>
  );
}

TeamKeyPointFiles.fragment = fragment;

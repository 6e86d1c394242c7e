import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { ResponseFiles_questionnaire } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { filePaths } from "../../filePaths.ts";
import { Card } from "../../ui/Card.tsx";
import { Download } from "../../ui/Download.tsx";

const fragment: TypedDocumentNode<ResponseFiles_questionnaire> = gql`
  fragment ResponseFiles_questionnaire on Questionnaire {
    id
    slug
    number
    title
    responseCount
  }
`;

const formats = [
  ["xlsx", "Excel (.xlsx)"],
  ["ods", "LibreOffice (.ods)"],
  ["csv", "CSV"],
  ["json", "JSON"],
] as const;

interface Props {
  questionnaire: FragmentType<ResponseFiles_questionnaire>;
  /** Level of its name: one below the title that it stands under. */
  heading: "h3" | "h4";
}

/** The responses of a questionnaire as files, one of each kind. */
export function ResponseFiles({ questionnaire, heading: Heading }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: questionnaire });
  const { slug, number, title, responseCount } = data;
  return (
    <Card as="li">
      <Heading>{m.questionnaire_number({ number })}</Heading>
      <p lang={contentLang()}>{title}</p>
      <p className="quiet">{m.export_rows({ count: responseCount })}</p>
      <ul className="cluster">
        {formats.map(([format, name]) => (
          <li key={format}>
            <Download href={filePaths.responsesFile(slug, format)} label={m.export_take({ name, number })}>
              {name}
            </Download>
          </li>
        ))}
        <li>
          <Download href={filePaths.responsesFile(slug, "codebook.csv")} label={m.export_take_codebook({ number })}>
            {m.export_codebook_csv()}
          </Download>
        </li>
      </ul>
    </Card>
  );
}

ResponseFiles.fragment = fragment;

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { MeetingFiles_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { filePaths } from "../../filePaths.ts";
import { attachedInWords } from "../../shared/attached.ts";
import { Download } from "../../ui/Download.tsx";

export const meetingFiles: TypedDocumentNode<MeetingFiles_meeting> = gql`
  fragment MeetingFiles_meeting on Meeting {
    id
    slug
    files {
      id
      title
      kind
      size
      addedOn
    }
  }
`;

/** Files attached to a meeting, each to take away with it. */
export const MeetingFiles = ({ meeting: { slug, files } }: { meeting: MeetingFiles_meeting }) =>
  files.length > 0 && (
    <ul aria-label={m.meeting_files()}>
      {files.map((file) => (
        <li key={file.id}>
          <Download href={filePaths.meetingFile(slug, file.id)}>
            <span lang={contentLang()}>{file.title}</span>
          </Download>{" "}
          <span className="quiet">{attachedInWords(file)}</span>
        </li>
      ))}
    </ul>
  );

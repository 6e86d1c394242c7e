import { m } from "@cahier/schema/messages";
import type { DocumentList_document } from "../../graphql/operations.generated.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { DocumentList } from "./DocumentList.tsx";

interface Props {
  documents: readonly DocumentList_document[];
  /** Page of what they serve, to put another one beside them. */
  serves: string;
}

/** Documents that serve something, on its page; and the way to add one, once signed in. */
export function Serving({ documents, serves }: Props) {
  const viewer = useViewer();
  if (documents.length === 0 && !viewer) return null;
  return (
    <Row heading={m.document_documents()} noPrint={documents.length === 0}>
      {documents.length > 0 && <DocumentList documents={documents} />}
      {viewer && (
        <p className="no-print">
          <More to={paths.documentNew({ serves })}>{m.document_add()}</More>
        </p>
      )}
    </Row>
  );
}

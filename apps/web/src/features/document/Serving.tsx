import { m } from "@cahier/schema/messages";
import type { DocumentList_document } from "../../graphql/operations.generated.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Fold } from "../../ui/Part.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { DocumentList } from "./DocumentList.tsx";

interface Props {
  documents: readonly DocumentList_document[];
  /** Page of what they serve, to put another one beside them. */
  serves: string;
  /** True among parts that most people pass over. */
  folded?: boolean;
}

/** Documents that serve something, on its page; and the way to add one, once signed in. */
export function Serving({ documents, serves, folded }: Props) {
  const viewer = useViewer();
  if (documents.length === 0 && !viewer) return null;
  const inside = (
    <>
      {documents.length > 0 && <DocumentList documents={documents} />}
      {viewer && (
        <p className="no-print">
          <More to={paths.documentNew({ serves })}>{m.document_add()}</More>
        </p>
      )}
    </>
  );
  return folded ? (
    <Fold heading={m.document_documents()} note={documents.length || undefined}>
      {inside}
    </Fold>
  ) : (
    <Row heading={m.document_documents()} noPrint={documents.length === 0}>
      {inside}
    </Row>
  );
}

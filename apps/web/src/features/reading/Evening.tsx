import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Evening_evening } from "../../graphql/operations.generated.ts";

const fragment: TypedDocumentNode<Evening_evening> = gql`
  fragment Evening_evening on Evening {
    read
    left
    usual
  }
`;

/** « 46 réponses lues ce soir. Encore 3 soirées comme celle-ci. » To be selected with `@unmask`. */
export function Evening({ evening: { read, left, usual }, over }: { evening: Evening_evening; over: boolean }) {
  if (!read && !left) return null;
  return (
    <output data-arrival={over || undefined}>
      {read > 0 && m.reading_evening({ count: read })}{" "}
      {left !== null && (usual ? m.reading_evenings_usual({ count: left }) : m.reading_evenings_left({ count: left }))}
    </output>
  );
}

Evening.fragment = fragment;

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Evening_evening } from "../../graphql/operations.generated.ts";

const fragment: TypedDocumentNode<Evening_evening> = gql`
  fragment Evening_evening on Evening {
    read
    hoursLeft
  }
`;

/** « 46 réponses lues ce soir. Encore 3 heures environ, à votre rythme. » To be selected with `@unmask`. */
export function Evening({ evening: { read, hoursLeft } }: { evening: Evening_evening }) {
  if (!read && !hoursLeft) return null;
  return (
    <p>
      {read > 0 && m.reading_evening({ count: read })}{" "}
      {hoursLeft !== null && m.reading_hours_left({ count: hoursLeft })}
    </p>
  );
}

Evening.fragment = fragment;

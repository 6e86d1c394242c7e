import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Evening_evening } from "../../graphql/operations.generated.ts";

const fragment: TypedDocumentNode<Evening_evening> = gql`
  fragment Evening_evening on Evening {
    responses
    hoursLeft
  }
`;

/** « 46 réponses lues ce soir. Encore 3 heures environ, à votre rythme. » To be selected with `@unmask`. */
export function Evening({ evening: { responses, hoursLeft } }: { evening: Evening_evening }) {
  if (!responses && !hoursLeft) return null;
  return (
    <p>
      {responses > 0 && m.reading_evening({ count: responses })}{" "}
      {hoursLeft !== null && m.reading_hours_left({ count: hoursLeft })}
    </p>
  );
}

Evening.fragment = fragment;

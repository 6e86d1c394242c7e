import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReviewMode, Reviews_review } from "../../graphql/operations.generated.ts";
import { ObjectReview } from "./ObjectReview.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { ModeFields } from "./ModeFields.tsx";
import { chooseReview } from "./review.mutations.tsx";

export const reviews: TypedDocumentNode<Reviews_review> = gql`
  fragment Reviews_review on GroupReview {
    mode
    until
    group {
      id
      slug
      name
    }
    chosen {
      id
      title
      path
      mode
      until
    }
  }
`;

/** « Relire avant de publier », group by group, with an end for those who go away. */
export const Reviews = ({ of }: { of: readonly Reviews_review[] }) =>
  of.map((it) => (
    <div className="flow" key={it.group.id}>
      <One review={it} />
      <ObjectReview review={it} />
    </div>
  ));

function One({ review: { group, mode, until } }: { review: Reviews_review }) {
  const { run, busy, problems, failed, done } = useAct(chooseReview, ["ModerationPage"]);
  const send = (fields: FormData) =>
    void run({
      group: group.slug,
      mode: fields.get("mode") as ReviewMode,
      until: (fields.get("until") as string) || null,
    });
  return (
    <Form problems={problems} busy={busy} label={m.moderation_review()} onSubmit={send}>
      <ModeFields label={group.name} {...{ mode, until, failed, done }} />
    </Form>
  );
}

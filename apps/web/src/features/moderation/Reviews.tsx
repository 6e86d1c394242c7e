import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReviewMode, Reviews_review } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { ObjectReview } from "./ObjectReview.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { chooseReview, modeNames } from "./review.mutations.tsx";

export const reviews: TypedDocumentNode<Reviews_review> = gql`
  fragment Reviews_review on GroupReview {
    mode
    until
    group {
      id
      slug
      name
    }
    objects {
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
      {it.objects.length > 0 && <ObjectReview review={it} />}
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
      <Select
        name="mode"
        label={group.name}
        defaultValue={mode}
        help={until && m.moderation_review_until({ date: formatDate(until) })}
      >
        {keysOf(modeNames).map((one) => (
          <option value={one} key={one}>
            {modeNames[one]()}
          </option>
        ))}
      </Select>
      <TextField name="until" type="date" label={m.moderation_review_end()} optional defaultValue={until ?? ""} />
      <Failed because={failed}>{m.moderation_failed()}</Failed>
      {done && (
        <Notice tone="done" live>
          {m.moderation_review_done()}
        </Notice>
      )}
      <Button type="submit" small>
        {m.moderation_review_choose()}
      </Button>
    </Form>
  );
}

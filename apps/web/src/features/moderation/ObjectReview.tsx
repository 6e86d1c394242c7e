import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type {
  ObjectsToReview,
  ObjectsToReviewVariables,
  ReviewMode,
  Reviews_review,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { ModeFields } from "./ModeFields.tsx";
import { chooseReview, modeNames } from "./review.mutations.tsx";

/** Asked where somebody goes to choose: there are fifty in each group. */
const query: TypedDocumentNode<ObjectsToReview, ObjectsToReviewVariables> = gql`
  query ObjectsToReview($group: String!) {
    moderationDesk {
      review(group: $group) {
        objects {
          id
          title
        }
      }
    }
  }
`;

/** The same for one questionnaire, synthesis, proposal or meeting of a group: what was chosen, and the way to choose. */
export function ObjectReview({ review: { group, chosen } }: { review: Reviews_review }) {
  const [open, setOpen] = useState(false);
  const asked = useQuery(query, { variables: { group: group.slug }, skip: !open });
  const objects = asked.data?.moderationDesk?.review?.objects;
  const { run, busy, problems, failed, done } = useAct(chooseReview, ["ModerationPage"]);
  const send = (fields: FormData) =>
    void run({
      group: group.slug,
      objectId: fields.get("objectId") as string,
      mode: (fields.get("mode") as ReviewMode) || null,
      until: (fields.get("until") as string) || null,
    });
  return (
    <>
      {chosen.length > 0 && (
        <ul>
          {chosen.map(({ id, title, path, mode, until }) => (
            <li key={id}>
              <Link to={path} lang={contentLang()}>
                {title}
              </Link>{" "}
              <span className="quiet">
                {[mode && modeNames[mode](), until && m.moderation_review_until({ date: formatDate(until) })]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Disclosure summary={m.moderation_review_object()} onToggle={setOpen}>
        <Failed because={asked.error}>{m.moderation_review_not_read()}</Failed>
        {objects?.length === 0 && <p className="quiet">{m.moderation_review_none()}</p>}
        {!!objects?.length && (
          <Form problems={problems} busy={busy} label={m.moderation_review_object()} onSubmit={send}>
            <Select name="objectId" label={m.moderation_review_which()}>
              {objects.map(({ id, title }) => (
                <option value={id} lang={contentLang()} key={id}>
                  {title}
                </option>
              ))}
            </Select>
            <ModeFields label={m.moderation_review_first()} mode="ALL" {...{ failed, done }}>
              <option value="">{m.moderation_review_as_group()}</option>
            </ModeFields>
          </Form>
        )}
      </Disclosure>
    </>
  );
}

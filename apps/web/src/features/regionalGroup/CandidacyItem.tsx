import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  CandidacyItem_candidacy,
  JudgeCandidacy,
  JudgeCandidacyVariables,
} from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { contentLang } from "../../i18n/content.ts";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

const fragment: TypedDocumentNode<CandidacyItem_candidacy> = gql`
  fragment CandidacyItem_candidacy on Candidacy {
    id
    displayName
    why
    offeredOn
    territory {
      id
      name
    }
  }
`;

const judge: TypedDocumentNode<JudgeCandidacy, JudgeCandidacyVariables> = gql`
  mutation JudgeCandidacy($input: JudgeCandidacyInput!) {
    judgeCandidacy(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Props {
  candidacy: CandidacyItem_candidacy;
  desk: { everywhere: boolean; groups: readonly { id: string; slug: string; name: string }[] };
}

/** Somebody who volunteers as a referent: accepted or declined, with a sentence that they read. */
export function CandidacyItem({ candidacy, desk: { everywhere, groups } }: Props) {
  const { id, displayName, why, offeredOn, territory } = candidacy;
  const act = useAct(judge, ["PeoplePage"]);
  const [accept, setAccept] = useState<boolean>();
  const title = m.regionalGroup_candidate({
    name: displayName || m.regionalGroup_referent_nameless(),
    territory: territory.name,
  });
  const text = (fields: FormData, name: string) => (fields.get(name) as string | null) ?? "";
  return (
    <Card as="li">
      <h3>{title}</h3>
      <p className="verbatim">{why}</p>
      <p className="quiet">{formatDate(offeredOn)}</p>
      {accept === undefined ? (
        <div className="cluster">
          <Button small onClick={() => setAccept(true)} aria-label={m.regionalGroup_accept_named({ title })}>
            {m.regionalGroup_accept()}
          </Button>
          <Button small onClick={() => setAccept(false)} aria-label={m.regionalGroup_decline_named({ title })}>
            {m.regionalGroup_decline()}
          </Button>
        </div>
      ) : (
        <KeptForm
          kept={`candidacyAnswer:${id}`}
          problems={act.problems}
          busy={act.busy}
          label={title}
          onSubmit={(fields) =>
            act.run({ id, accept, group: text(fields, "group") || null, answer: text(fields, "answer") })
          }
        >
          {accept && (
            <Select name="group" label={m.role_group()} defaultValue={everywhere ? "" : (groups[0]?.slug ?? "")}>
              <option value="">{everywhere ? m.role_everywhere() : m.role_group_choose()}</option>
              {groups.map(({ slug, name }) => (
                <option lang={contentLang()} value={slug} key={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <WritingArea
            name="answer"
            label={m.regionalGroup_answer()}
            help={m.regionalGroup_answer_help()}
            rows={2}
            maxLength={limits["candidacy.answer"]}
          />
          <Failed because={act.failed} />
          <div className="cluster">
            <Button type="submit" primary={accept}>
              {accept ? m.regionalGroup_accept_sure() : m.regionalGroup_decline_sure()}
            </Button>
            <Button onClick={() => setAccept(undefined)}>{m.reaction_cancel()}</Button>
          </div>
        </KeptForm>
      )}
    </Card>
  );
}

CandidacyItem.fragment = fragment;

import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import { useNavigate } from "react-router-dom";
import type { ProposeAmendment, ProposeAmendmentVariables, StatementPart } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { HiddenField } from "../../ui/HiddenField.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { SpeakAs, spokenIn } from "../../shared/SpeakAs.tsx";
import { NameAndRegion } from "../../shared/NameAndRegion.tsx";
import { keptKey } from "../../ui/keptKey.ts";

alsoSay({ NOT_AMENDABLE: m.amendment_closed, SAME_WORDS: m.amendment_same });

const proposeAmendment: TypedDocumentNode<ProposeAmendment, ProposeAmendmentVariables> = gql`
  mutation ProposeAmendment($input: ProposeAmendmentInput!) {
    proposeAmendment(input: $input) {
      ...Form_outcome @unmask
      held
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  proposal: { id: string; slug: string };
  /** The sentence that one would change; none for one sentence more. */
  statement: { id: string; text: string } | null;
  part: StatementPart;
}

/** Other words for a sentence, with a why; a name and a region if one wishes. No account is needed. */
export function Amend({ proposal, statement, part }: Props) {
  // One for all the tries of the same words, so that they are stored once.
  const key = useRef<string>(undefined);
  const navigate = useNavigate();
  const act = useAct(proposeAmendment);
  const keptAs = `amendment:${proposal.id}:${statement?.id ?? part}`;
  const send = async (fields: FormData) => {
    const value = (name: string) => fields.get(name) as string;
    const input = {
      proposalId: proposal.id,
      statementId: statement?.id ?? null,
      part: statement ? null : part,
      text: value("text"),
      why: value("why"),
      authorName: value("authorName") || null,
      organisationId: spokenIn(fields),
      territory: value("territory") || null,
    };
    key.current ??= keptKey(keptAs, input);
    const done = await act.run({ key: key.current, ...input });
    if (!done?.own) return;
    forgetKept(keptAs);
    void navigate(paths.proposalFollow(done.own.code), { state: { sent: done.held ? "held" : "there" } });
  };
  return (
    <Form label={m.amendment_form()} problems={act.problems} busy={act.busy} onSubmit={(fields) => void send(fields)}>
      {statement && (
        <figure className="flow">
          <figcaption>{m.amendment_as_it_stands()}</figcaption>
          <blockquote className="verbatim" lang={contentLang()}>
            {statement.text}
          </blockquote>
        </figure>
      )}
      <div className="flow" onInput={() => (key.current = undefined)}>
        <WritingArea
          name="text"
          label={statement ? m.amendment_text() : m.amendment_text_new()}
          help={statement && m.amendment_text_help()}
          defaultValue={statement?.text}
          rows={4}
          maxLength={limits["statement.text"]}
        />
        <WritingArea name="why" label={m.amendment_why()} rows={3} maxLength={limits["reaction.text"]} />
        <SpeakAs>
          <NameAndRegion />
        </SpeakAs>
      </div>
      <KeptFields name={keptAs} />
      <Failed because={act.failed} />
      <Button primary type="submit">
        {m.amendment_send()}
      </Button>
      <HiddenField />
    </Form>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useEffectEvent, useRef } from "react";
import type {
  ReactionKind,
  ReactionSubject,
  ReactTo,
  ReactToVariables,
  StatementPart,
} from "../../graphql/operations.generated.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { HiddenField } from "../../ui/HiddenField.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { keptReaction } from "./keptReaction.ts";
import { keepLink } from "../../shared/ownLinks.ts";
import { SpeakAs, spokenIn } from "../../shared/SpeakAs.tsx";
import { NameAndRegion } from "../../shared/NameAndRegion.tsx";
import { keptKey } from "../../ui/keptKey.ts";

const reactTo: TypedDocumentNode<ReactTo, ReactToVariables> = gql`
  mutation ReactTo($input: ReactInput!) {
    react(input: $input) {
      ...Form_outcome @unmask
      held
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

const questions: Record<ReactionKind, () => string> = {
  SUPPORT: m.reaction_text_SUPPORT,
  COMPLETE: m.reaction_text_COMPLETE,
  QUALIFY: m.reaction_text_QUALIFY,
  QUESTION: m.reaction_text_QUESTION,
  SOURCE: m.reaction_text_SOURCE,
};

interface Props {
  subject: ReactionSubject;
  subjectId: string;
  kind: ReactionKind;
  /** Number of its pages, where one may speak of one of them. */
  pages?: number | null;
  /** Its parts, where one may speak of one of them. */
  parts?: readonly StatementPart[];
  /** Text already typed in the other form. */
  begun?: string;
  /** True where it opened by itself, with what this device had kept: the page begins at its top all the same. */
  isBack?: boolean;
  onSent: (held: boolean) => void;
  onCancel: () => void;
}

/** A reaction is a text; a name and a region if one wishes. */
export function ReactionForm({ subject, subjectId, kind, pages, parts, begun, isBack, onSent, onCancel }: Props) {
  // One for all the tries of one reaction, so that it is stored once.
  const key = useRef<string>(undefined);
  const text = useRef<HTMLTextAreaElement>(null);
  const keptAs = keptReaction(subject, subjectId) + kind;
  const sent = async (code: string, held: boolean) => {
    await keepLink("reactions", { subjectId, code });
    forgetKept(keptAs);
    onSent(held);
  };
  const [react, { data, loading, error }] = useMutation(reactTo, {
    refetchQueries: "active",
    awaitRefetchQueries: true,
    onCompleted: ({ react: { own, held } }) => {
      if (own) void sent(own.code, !!held);
    },
    onError: () => undefined,
  });
  const begins = useEffectEvent(() => !isBack && text.current?.focus());
  useEffect(() => void begins(), []);

  const send = (fields: FormData) => {
    const value = (name: string) => fields.get(name) as string;
    const input = {
      subject,
      subjectId,
      kind,
      text: value("text"),
      source: fields.get("source") as string | null,
      ofPage: Number(fields.get("ofPage")) || null,
      ofPart: (fields.get("ofPart") as StatementPart | null) || null,
      authorName: value("authorName") || null,
      organisationId: spokenIn(fields),
      territory: value("territory") || null,
    };
    key.current ??= keptKey(keptAs, input);
    void react({ variables: { input: { key: key.current, ...input } } });
  };

  return (
    <Form problems={data?.react.problems} onSubmit={send} busy={loading}>
      <WritingArea
        name="text"
        label={questions[kind]()}
        rows={3}
        maxLength={limits["reaction.text"]}
        defaultValue={begun}
        ref={text}
      />
      {kind === "SOURCE" && (
        <TextField
          name="source"
          label={m.reaction_source()}
          help={m.reaction_source_help()}
          maxLength={limits["reaction.source"]}
        />
      )}
      {pages && pages > 1 ? (
        <TextField
          name="ofPage"
          type="number"
          min={1}
          max={pages}
          label={m.reaction_page()}
          help={m.reaction_page_help({ pages })}
          optional
        />
      ) : null}
      {parts && parts.length > 0 && (
        <Select name="ofPart" label={m.reaction_part()}>
          <option value="">{m.reaction_part_whole()}</option>
          {parts.map((part) => (
            <option value={part} key={part}>
              {partNames[part]()}
            </option>
          ))}
        </Select>
      )}
      <SpeakAs>
        <NameAndRegion />
      </SpeakAs>
      <KeptFields name={keptAs} />
      <Failed because={error} />
      <div className="cluster">
        <Button primary type="submit">
          {m.reaction_send()}
        </Button>
        <Button onClick={onCancel}>{m.reaction_cancel()}</Button>
      </div>
      <HiddenField />
    </Form>
  );
}

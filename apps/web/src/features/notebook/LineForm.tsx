import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type {
  AnswerLine as Answer,
  AnswerLineVariables,
  AttachLine,
  AttachLineVariables,
  DetachLine as Detach,
  DetachLineVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import type { Stretch } from "../../shared/sentences.ts";
import { contentLang } from "../../i18n/content.ts";
import { quoted } from "../../ui/quoted.ts";

const attach: TypedDocumentNode<AttachLine, AttachLineVariables> = gql`
  mutation AttachLine($input: AttachLineInput!) {
    attachLine(input: $input) {
      ...Form_outcome @unmask
      line {
        id
      }
    }
  }
  ${Form.fragment}
`;

const detach: TypedDocumentNode<Detach, DetachLineVariables> = gql`
  mutation DetachLine($input: DetachLineInput!) {
    detachLine(input: $input) {
      ...Form_outcome @unmask
      notebook {
        id
      }
    }
  }
  ${Form.fragment}
`;

const answer: TypedDocumentNode<Answer, AnswerLineVariables> = gql`
  mutation AnswerLine($input: AnswerLineInput!) {
    answerLine(input: $input) {
      ...Form_outcome @unmask
      line {
        id
        state
        answer
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  id: string;
  text: string;
  chosen: Stretch | null;
  axes: readonly { id: string; name: string; themes: readonly { slug: string; title: string }[] }[];
  /** The theme of the group of the notebook. */
  own: string;
  onDone: () => void;
}

/** Attaches the chosen line to a theme; that of another group is sent it, with a reason. */
export function LineForm({ id, text, chosen, axes, own, onDone }: Props) {
  const act = useAct(attach, ["NotebookReadPage"]);
  const send = async (fields: FormData) => {
    const said = (name: string) => fields.get(name) as string;
    const input = { id, startsAt: chosen!.start, endsAt: chosen!.end, theme: said("theme"), reason: said("reason") };
    return act.run(input);
  };
  if (!chosen) return <p className="quiet">{m.notebook_line_none()}</p>;
  return (
    <KeptForm
      kept={`notebookLine:${id}:${chosen.start}:${chosen.end}`}
      problems={act.problems}
      busy={act.busy}
      label={m.notebook_line_attach()}
      onSubmit={send}
      onSent={onDone}
    >
      <blockquote className="verbatim">{quoted(text.slice(chosen.start, chosen.end))}</blockquote>
      <Select name="theme" label={m.notebook_line_theme()} defaultValue={own}>
        {axes.map((axis) => (
          <optgroup label={axis.name} key={axis.id}>
            {axis.themes.map(({ slug, title }) => (
              <option lang={contentLang()} value={slug} key={slug}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <TextField
        name="reason"
        label={m.notebook_line_reason()}
        help={m.notebook_line_reason_help()}
        maxLength={limits["notebookLine.reason"]}
        optional
      />
      <Failed because={act.failed} />
      <Button primary type="submit" disabled={act.busy}>
        {m.notebook_line_go()}
      </Button>
    </KeptForm>
  );
}

/** Detaches a line. */
export function DetachLine({ id }: { id: string }) {
  const act = useAct(detach, ["NotebookReadPage"]);
  return (
    <Form problems={act.problems} busy={act.busy} label={m.notebook_line_detach()} onSubmit={() => act.run({ id })}>
      <Failed because={act.failed} />
      <Button small type="submit" disabled={act.busy}>
        {m.notebook_line_detach()}
      </Button>
    </Form>
  );
}

/** Accepts a line that another group sent, or sends it back with a reason. */
export function AnswerLine({ id }: { id: string }) {
  const act = useAct(answer, ["GridPage"]);
  const send = (fields: FormData) =>
    act.run({ id, accepted: fields.get("accepted") === "true", answer: fields.get("answer") as string });
  return (
    <KeptForm
      kept={`notebookLineAnswered:${id}`}
      problems={act.problems}
      busy={act.busy}
      label={m.notebook_line_answer()}
      onSubmit={send}
    >
      <TextField
        name="answer"
        label={m.notebook_line_answer()}
        help={m.notebook_line_answer_help()}
        maxLength={limits["notebookLine.reason"]}
        optional
      />
      <Failed because={act.failed} />
      <div className="cluster">
        <Button primary type="submit" name="accepted" value="true" disabled={act.busy}>
          {m.notebook_line_accept()}
        </Button>
        <Button type="submit" name="accepted" value="false" disabled={act.busy}>
          {m.notebook_line_return()}
        </Button>
      </div>
    </KeptForm>
  );
}

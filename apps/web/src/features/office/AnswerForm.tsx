import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import type {
  AnswerAsOffice,
  AnswerAsOfficeVariables,
  OfficePage,
  ReplyStance,
} from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import type { Attached } from "../../shared/attached.ts";
import { AttachmentField } from "../../shared/AttachmentField.tsx";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import type { Problem } from "../../ui/problems.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { officeFiles } from "./office.files.ts";
import { WrittenReply } from "./WrittenReply.tsx";
import { stances } from "./office.labels.ts";

const answerAsOffice: TypedDocumentNode<AnswerAsOffice, AnswerAsOfficeVariables> = gql`
  mutation AnswerAsOffice($input: AnswerAsOfficeInput!) {
    answerAsOffice(input: $input) {
      ...Form_outcome @unmask
      reply {
        id
        version
      }
      current {
        id
        ...WrittenReply_reply @unmask
        version
      }
    }
  }
  ${Form.fragment}
  ${WrittenReply.fragment}
`;

type Written = NonNullable<NonNullable<OfficePage["office"]>["reply"]>;

interface Said {
  stance: ReplyStance | null;
  text: string;
  passedToName: string;
  passedToContact: string;
  writer: string;
  file: Attached | null;
}

interface Props {
  code: string;
  office: string;
  reply: Written | null;
  onSent: () => void;
}

/** Reply of an office: written, read again as it will appear, then sent. Typed text survives every step. */
export function AnswerForm({ code, office, reply, onSent }: Props) {
  const [said, setSaid] = useState<Said>({
    stance: reply?.stance ?? null,
    text: reply?.text ?? "",
    passedToName: reply?.passedToName ?? "",
    passedToContact: reply?.passedToContact ?? "",
    writer: reply?.writer ?? "",
    file: reply?.file ?? null,
  });
  // The code is a secret: the device keeps the form under its first letters.
  const keptAs = `office:${code.slice(0, 4)}`;
  const set = (change: Partial<Said>) => setSaid((now) => ({ ...now, ...change }));
  const [version, setVersion] = useState(reply?.version ?? 0);
  const [missing, setMissing] = useState<readonly Problem[]>([]);
  const [preview, setPreview] = useState(false);
  const [other, setOther] = useState<Parameters<typeof WrittenReply>[0]["reply"] | null>(null);
  const [answer, { data, loading: busy, error: failed, reset }] = useMutation(answerAsOffice, {
    refetchQueries: ["OfficePage"],
    awaitRefetchQueries: true,
  });
  const outcome = data?.answerAsOffice;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (preview) head.current?.focus();
  }, [preview]);

  const look = () => {
    const problems = missingIn(said);
    setMissing(problems);
    setOther(null);
    reset();
    if (problems.length === 0) setPreview(true);
  };
  const send = async () => {
    const { stance, text, passedToName, passedToContact, writer, file } = said;
    const input = { code, version, stance: stance!, text, writer: writer || null, file: file?.id ?? null };
    const passed = { passedToName: passedToName || null, passedToContact: passedToContact || null };
    const came = await answer({ variables: { input: { ...input, ...passed } } }).catch(() => null);
    const told = came?.data?.answerAsOffice;
    if (told?.reply && told.problems.length === 0) {
      await forgetKept(keptAs);
      return onSent();
    }
    // Written from two desks of the office: both stand side by side, and what is sent next replaces what is there.
    if (told?.current) {
      setVersion(told.current.version);
      setOther(told.current);
    }
    return setPreview(false);
  };

  if (preview)
    return (
      <Form busy={busy} onSubmit={send} label={m.office_preview()}>
        <h3 tabIndex={-1} ref={head}>
          {m.office_preview()}
        </h3>
        <p>{m.office_preview_lead()}</p>
        <WrittenReply reply={{ ...said, stance: said.stance! }} office={office} />
        <div className="cluster">
          <Button type="submit" primary disabled={busy}>
            {busy ? m.office_sending() : m.office_send()}
          </Button>
          <Button onClick={() => setPreview(false)} disabled={busy}>
            {m.office_change()}
          </Button>
        </div>
      </Form>
    );
  return (
    <Form
      problems={missing.length > 0 ? missing : (outcome?.problems ?? [])}
      busy={busy}
      onSubmit={look}
      label={m.office_answer()}
    >
      <Failed because={failed}>{m.office_failed()}</Failed>
      {other && (
        <>
          <h3>{m.office_meanwhile()}</h3>
          <WrittenReply reply={other} office={office} />
        </>
      )}
      <KeptFields name={keptAs} version={version} />
      <Fieldset name="stance" legend={m.office_stance()}>
        <Choices>
          {keysOf(stances).map((value) => (
            <RadioCard
              name="stance"
              value={value}
              checked={said.stance === value}
              onChange={() => set({ stance: value })}
              label={stances[value]()}
              key={value}
            />
          ))}
        </Choices>
      </Fieldset>
      {said.stance === "PASSED_ON" && (
        <>
          <TextField
            name="passedToName"
            label={m.office_passed_to()}
            help={m.office_passed_to_help()}
            value={said.passedToName}
            onChange={({ currentTarget }) => set({ passedToName: currentTarget.value })}
            maxLength={limits["interlocutor.name"]}
          />
          <TextField
            name="passedToContact"
            label={m.office_passed_to_contact()}
            help={m.office_passed_to_contact_help()}
            optional
            value={said.passedToContact}
            onChange={({ currentTarget }) => set({ passedToContact: currentTarget.value })}
            maxLength={limits["interlocutor.contact"]}
          />
        </>
      )}
      <WritingArea
        name="text"
        label={m.office_text()}
        help={m.office_text_help()}
        value={said.text}
        onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        rows={8}
        maxLength={limits["reply.text"]}
      />
      <AttachmentField
        label={m.office_file()}
        path={officeFiles.file(code)}
        value={said.file}
        onChange={(file) => set({ file })}
      />
      <TextField
        name="writer"
        label={m.office_writer()}
        help={m.office_writer_help()}
        optional
        value={said.writer}
        onChange={({ currentTarget }) => set({ writer: currentTarget.value })}
        maxLength={limits["office.writer"]}
      />
      <Button type="submit" primary>
        {m.office_look()}
      </Button>
    </Form>
  );
}

/** Problems of the fields needed before it is read again. */
const missingIn = ({ stance, text, passedToName }: Said): Problem[] => [
  ...(stance ? [] : [{ code: "REQUIRED" as const, field: "stance" }]),
  ...(stance === "PASSED_ON" && !passedToName.trim() ? [{ code: "REQUIRED" as const, field: "passedToName" }] : []),
  ...(text.trim() ? [] : [{ code: "REQUIRED" as const, field: "text" }]),
];

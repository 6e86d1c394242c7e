import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import { useHref, useLocation, useNavigate } from "react-router-dom";
import type {
  AnswerAsOffice,
  AnswerAsOfficeVariables,
  OfficePage,
  ReplyStance,
} from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import type { Attached } from "../../shared/attached.ts";
import { AttachmentField, attachedAs } from "../../shared/AttachmentField.tsx";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import type { Problem } from "../../ui/problems.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import styles from "./Letter.module.css";
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

type Fields = Readonly<Record<string, string>>;

interface Props {
  code: string;
  office: string;
  contact: string | null;
  reply: Written | null;
  /** In a browser without scripts: what it posted, if it did. */
  plain: { posted: { problems: readonly Problem[]; fields: Fields } | null } | null;
  onSent: () => void;
}

/** Reply of an office: written, read again as it will appear, then sent. Typed text survives every step. */
export function AnswerForm({ code, office, contact, reply, plain, onSent }: Props) {
  const posted = plain?.posted;
  const action = useHref(officeFiles.page(code));
  const [said, setSaid] = useState<Said>({
    stance: reply?.stance ?? null,
    text: reply?.text ?? "",
    passedToName: reply?.passedToName ?? "",
    passedToContact: reply?.passedToContact ?? "",
    writer: reply?.writer ?? "",
    file: reply?.file ?? null,
    ...(posted && postedAs(posted.fields)),
  });
  // The code is a secret: the device keeps the form under its first letters.
  const keptAs = `office:${code.slice(0, 4)}`;
  const set = (change: Partial<Said>) => setSaid((now) => ({ ...now, ...change }));
  const [version, setVersion] = useState(reply?.version ?? 0);
  const [missing, setMissing] = useState<readonly Problem[]>([]);
  const [looked, setLooked] = useState(posted?.fields.go === "look");
  const { hash } = useLocation();
  const navigate = useNavigate();
  const preview = looked && (plain !== null || hash === "#preview");
  // A part of the address for each: one goes back from the preview to the form, and nothing is asked for anew.
  const show = async () => {
    setLooked(true);
    await navigate("#answer", { replace: true, preventScrollReset: true });
    await navigate("#preview", { preventScrollReset: true });
  };
  const hide = () => {
    setLooked(false);
    if (!plain) void navigate(-1);
  };
  const [other, setOther] = useState<Parameters<typeof WrittenReply>[0]["reply"] | null>(null);
  const [answer, { data, loading: busy, error: failed, reset }] = useMutation(answerAsOffice, {
    refetchQueries: ["OfficePage"],
    awaitRefetchQueries: true,
  });
  const [begins] = useState(Boolean(said.writer || said.file));
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
    if (problems.length === 0) void show();
  };
  const send = async () => {
    const { stance, text, passedToName, passedToContact, writer, file } = said;
    const input = { code, version, stance: stance!, text, writer: writer || null, file: file?.id ?? null };
    const passed = { passedToName: passedToName || null, passedToContact: passedToContact || null };
    const came = await answer({ variables: { input: { ...input, ...passed } } }).catch(() => null);
    const told = came?.data?.answerAsOffice;
    if (told?.reply && told.problems.length === 0) {
      forgetKept(keptAs);
      forgetKept(attachedAs(keptAs));
      hide();
      return onSent();
    }
    // Written from two desks of the office: both stand side by side, and what is sent next replaces what is there.
    if (told?.current) {
      setVersion(told.current.version);
      setOther(told.current);
    }
    return hide();
  };

  if (preview)
    return (
      <Form busy={busy} onSubmit={send} label={m.office_preview()} action={action}>
        {plain && <Typed said={said} version={version} />}
        <h3 tabIndex={-1} ref={head}>
          {m.office_preview()}
        </h3>
        <p>{m.office_preview_lead()}</p>
        <WrittenReply reply={{ ...said, stance: said.stance! }} office={office} />
        <div className="cluster">
          <Button type="submit" name="go" value="send" primary disabled={busy}>
            {busy ? m.office_sending() : m.office_send()}
          </Button>
          <Button {...(plain ? { type: "submit", name: "go", value: "change" } : { onClick: hide })} disabled={busy}>
            {m.office_change()}
          </Button>
        </div>
      </Form>
    );
  return (
    <Form
      problems={missing.length > 0 ? missing : (posted?.problems ?? outcome?.problems ?? [])}
      busy={busy}
      onSubmit={look}
      label={m.office_answer()}
      action={action}
    >
      <Failed because={failed} />
      {other && (
        <>
          <h3>{m.office_meanwhile()}</h3>
          <WrittenReply reply={other} office={office} />
        </>
      )}
      <input type="hidden" name="version" value={version} />
      <Fieldset name="stance" legend={<span className="visually-hidden">{m.office_stance()}</span>}>
        <div className={styles.stances}>
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
        </div>
      </Fieldset>
      {(plain || said.stance === "PASSED_ON") && (
        <div className={`${styles.half} ${styles.passed}`}>
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
        </div>
      )}
      <WritingArea
        name="text"
        label={m.office_text()}
        help={m.office_text_help()}
        value={said.text}
        onInput={({ currentTarget }) => set({ text: currentTarget.value })}
        rows={3}
        maxLength={limits["reply.text"]}
      />
      <div className={styles.send}>
        <Button type="submit" name="go" value="look" primary>
          {m.office_look()}
        </Button>
        <Disclosure summary={m.office_more()} open={begins}>
          <div className={styles.half}>
            <div className="scripted">
              <AttachmentField
                label={m.office_file()}
                path={officeFiles.file(code)}
                kept={keptAs}
                value={said.file}
                onChange={(file) => set({ file })}
              />
            </div>
            {plain && contact && <p>{m.office_file_scripts({ contact })}</p>}
            <TextField
              name="writer"
              label={m.office_writer()}
              help={m.office_writer_help()}
              optional
              value={said.writer}
              onChange={({ currentTarget }) => set({ writer: currentTarget.value })}
              maxLength={limits["office.writer"]}
            />
          </div>
        </Disclosure>
        <KeptFields name={keptAs} version={version} />
      </div>
    </Form>
  );
}

/** Fields posted by a browser without scripts. */
const postedAs = ({ stance, text = "", passedToName = "", passedToContact = "", writer = "" }: Fields) => ({
  ...{ text, passedToName, passedToContact, writer },
  stance: keysOf(stances).find((it) => it === stance) ?? null,
});

/** Typed fields, carried from page to page in a browser without scripts. */
const Typed = ({ said, version }: { said: Said; version: number }) =>
  Object.entries({ ...said, file: "", version }).map(([name, value]) => (
    <input type="hidden" name={name} value={value ?? ""} key={name} />
  ));

/** Problems of the fields needed before it is read again. */
const missingIn = ({ stance, text, passedToName }: Said): Problem[] => [
  ...(stance ? [] : [{ code: "REQUIRED" as const, field: "stance" }]),
  ...(stance === "PASSED_ON" && !passedToName.trim() ? [{ code: "REQUIRED" as const, field: "passedToName" }] : []),
  ...(text.trim() ? [] : [{ code: "REQUIRED" as const, field: "text" }]),
];

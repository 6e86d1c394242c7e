import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { LanguageKitPage, WriteLanguageKit, WriteLanguageKitInput } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { SaveOrLeave } from "../../shared/SaveOrLeave.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { type Column, Lines, useLines } from "./Lines.tsx";
import { FormInPlace } from "../../ui/FormInPlace.tsx";

const writeLanguageKit: TypedDocumentNode<WriteLanguageKit, { input: WriteLanguageKitInput }> = gql`
  mutation WriteLanguageKit($input: WriteLanguageKitInput!) {
    writeLanguageKit(input: $input) {
      ...Form_outcome @unmask
      kit {
        id
        version
      }
      current {
        id
        oneSentence
        thirtySeconds
        version
      }
    }
  }
  ${Form.fragment}
`;

type Kit = NonNullable<LanguageKitPage["languageKit"]>;
type Syntheses = LanguageKitPage["syntheses"];

interface Props {
  kit: Kit;
  syntheses: Syntheses;
}

/** Writes what all say in the same words, from its page. */
export const WriteKit = (props: Props) => (
  <FormInPlace
    name={m.languageKit_edit()}
    done={m.languageKit_done()}
    render={(acts) => <KitForm {...props} {...acts} />}
  />
);

const most = limits["languageKit.line"];
const word = limits["languageKit.word"];

const rather: Column[] = [
  { name: "avoid", label: (number) => m.languageKit_avoid_line({ number }), maxLength: word },
  { name: "prefer", label: (number) => m.languageKit_prefer_line({ number }), maxLength: word },
  { name: "why", label: (number) => m.languageKit_why_line({ number }), maxLength: most },
];

const commitment: Column[] = [
  {
    name: "text",
    label: (number) => m.languageKit_commitment({ number }),
    maxLength: limits["languageKit.commitment"],
  },
];

const objection: Column[] = [
  { name: "text", label: (number) => m.languageKit_objection({ number }), maxLength: most },
  {
    name: "reply",
    label: (number) => m.languageKit_reply_line({ number }),
    maxLength: limits["languageKit.reply"],
    long: true,
  },
];

const argument = (syntheses: Syntheses): Column[] => [
  { name: "text", label: (number) => m.languageKit_argument({ number }), maxLength: most },
  {
    name: "synthesisId",
    label: m.languageKit_synthesis,
    options: [
      { value: "", label: m.languageKit_no_synthesis() },
      ...syntheses.map(({ id, title }) => ({ value: id, label: title })),
    ],
  },
];

function KitForm({ kit, syntheses, onDone, onCancel }: Props & { onDone: () => void; onCancel: () => void }) {
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [version, setVersion] = useState(kit.version);
  const { problems, busy, failed, run } = useAct(writeLanguageKit, ["LanguageKitPage"]);
  const stale = problems.find(({ code }) => code === "STALE");
  const reasons = useLines(kit.arguments.map(({ text, synthesis }) => ({ text, synthesisId: synthesis?.id ?? "" })));
  const words = useLines(kit.sayRather.map(({ avoid, prefer, why }) => ({ avoid, prefer, why: why ?? "" })));
  const commitments = useLines(kit.commitments.map((text) => ({ text })));
  const objections = useLines(kit.objections.map(({ text, reply }) => ({ text, reply })));

  const send = (fields: FormData) => {
    const read = stale ? Number(stale.value) : version;
    setVersion(read);
    const text = (name: string) => (fields.get(name) as string | null) ?? "";
    return run({
      id: kit.id,
      version: read,
      oneSentence: text("oneSentence"),
      thirtySeconds: text("thirtySeconds"),
      arguments: reasons
        .read(fields, "arguments")
        .map((line) => ({ text: line.text ?? "", synthesisId: line.synthesisId || null })),
      sayRather: words
        .read(fields, "sayRather")
        .map((line) => ({ avoid: line.avoid ?? "", prefer: line.prefer ?? "", why: line.why || null })),
      commitments: commitments.read(fields, "commitments").map((line) => line.text ?? ""),
      objections: objections
        .read(fields, "objections")
        .map((line) => ({ text: line.text ?? "", reply: line.reply ?? "" })),
      why: text("why") || null,
    });
  };

  return (
    <KeptForm
      kept={`languageKit:${kit.id}`}
      version={kit.version}
      onOlder={setVersion}
      problems={problems}
      busy={busy}
      onSubmit={send}
      onSent={onDone}
      onFound={(fields) => {
        reasons.found(fields, "arguments");
        words.found(fields, "sayRather");
        commitments.found(fields, "commitments");
        objections.found(fields, "objections");
      }}
      label={m.languageKit_edit()}
    >
      {stale && (
        <Notice tone="warn">
          <p>{m.languageKit_theirs()}</p>
          <blockquote lang={contentLang()}>{kit.oneSentence}</blockquote>
          <blockquote lang={contentLang()}>{kit.thirtySeconds}</blockquote>
        </Notice>
      )}
      <WritingArea
        name="oneSentence"
        label={m.languageKit_one()}
        rows={3}
        maxLength={limits["languageKit.oneSentence"]}
        defaultValue={kit.oneSentence}
      />
      <WritingArea
        name="thirtySeconds"
        label={m.languageKit_thirty()}
        rows={6}
        maxLength={limits["languageKit.thirtySeconds"]}
        defaultValue={kit.thirtySeconds}
      />
      <Lines name="arguments" legend={m.languageKit_arguments()} columns={argument(syntheses)} list={reasons} />
      <Lines name="sayRather" legend={m.languageKit_rather()} columns={rather} list={words} />
      <Lines name="commitments" legend={m.languageKit_commitments()} columns={commitment} list={commitments} />
      <Lines name="objections" legend={m.languageKit_objections()} columns={objection} list={objections} />
      {kit.version > 0 && (
        <WritingArea
          name="why"
          label={m.languageKit_why_changes()}
          help={m.languageKit_why_changes_help()}
          rows={2}
          maxLength={limits["languageKit.why"]}
        />
      )}
      <SaveOrLeave save={m.languageKit_save()} failed={failed} onLeave={onCancel} />
    </KeptForm>
  );
}

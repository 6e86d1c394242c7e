import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import type {
  DefineTerm,
  DefineTermInput,
  DefinitionCauses,
  DefinitionCausesVariables,
  GlossaryTermPage,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { SaveOrLeave } from "../../shared/SaveOrLeave.tsx";
import { CheckboxCard } from "../../ui/Choice.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay } from "../../ui/problems.ts";
import { saidAs } from "../../ui/saidAs.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { FormInPlace } from "../../ui/FormInPlace.tsx";
import { keptId } from "../../ui/keptKey.ts";

alsoSay({ RETIRED: m.problem_RETIRED });

const defineTerm: TypedDocumentNode<DefineTerm, { input: DefineTermInput }> = gql`
  mutation DefineTerm($input: DefineTermInput!) {
    defineTerm(input: $input) {
      ...Form_outcome @unmask
      term {
        id
        slug
        version
      }
      current {
        id
        definition
        version
      }
    }
  }
  ${Form.fragment}
`;

const causesQuery: TypedDocumentNode<DefinitionCauses, DefinitionCausesVariables> = gql`
  query DefinitionCauses {
    meetings(first: 40) {
      id
      title
    }
    syntheses {
      id
      reactions(first: 20) {
        id
        text
      }
    }
  }
`;

type Term = NonNullable<GlossaryTermPage["glossaryTerm"]>;

interface Props {
  group: string;
  term?: Term;
  onDone: (slug: string) => void;
  onCancel: () => void;
}

/** Form of a glossary term. */
function TermForm({ group, term, onDone, onCancel }: Props) {
  const id = useRef(term?.id);
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [version, setVersion] = useState(term?.version ?? 0);
  const { problems, busy, failed, run } = useAct(defineTerm, ["GlossaryPage", "GlossaryTermPage"]);
  const stale = problems.find(({ code }) => code === "STALE");
  const kept = `term:${term?.id ?? group}`;
  const send = async (fields: FormData) => {
    id.current ??= keptId(kept);
    const text = (name: string) => (fields.get(name) as string | null) ?? "";
    const read = stale ? Number(stale.value) : version;
    setVersion(read);
    const done = await run({
      id: id.current,
      version: read,
      group,
      word: text("word"),
      definition: text("definition"),
      synonyms: text("synonyms").split("\n"),
      avoid: text("avoid").split("\n"),
      english: text("english") || null,
      inTexts: fields.has("inTexts"),
      why: text("why") || null,
      causedByReaction: text("causedByReaction") || null,
      causedByMeeting: text("causedByMeeting") || null,
    });
    return done?.term;
  };
  return (
    <KeptForm
      kept={kept}
      version={term?.version}
      onOlder={setVersion}
      problems={saidAs(problems, { ALREADY_THERE: m.glossary_already_there })}
      busy={busy}
      onSubmit={send}
      onSent={({ slug }) => onDone(slug)}
      label={term ? m.glossary_edit() : m.glossary_new()}
    >
      {stale && term && (
        <Notice tone="warn">
          <p>{m.glossary_theirs()}</p>
          <blockquote lang={contentLang()}>{term.definition}</blockquote>
        </Notice>
      )}
      <TextField
        name="word"
        label={m.glossary_word()}
        defaultValue={term?.word}
        maxLength={limits["glossaryTerm.word"]}
      />
      <WritingArea
        name="definition"
        label={m.glossary_definition()}
        help={m.glossary_definition_help()}
        rows={4}
        defaultValue={term?.definition}
        maxLength={limits["glossaryTerm.definition"]}
      />
      <WritingArea
        name="synonyms"
        optional
        label={m.glossary_also()}
        help={m.glossary_list_help()}
        rows={2}
        defaultValue={term?.synonyms.join("\n")}
      />
      <WritingArea
        name="avoid"
        optional
        label={m.glossary_rather()}
        help={m.glossary_list_help()}
        rows={2}
        defaultValue={term?.avoid.join("\n")}
      />
      <TextField
        name="english"
        data-most={limits["glossaryTerm.word"]}
        optional
        lang="en"
        label={m.glossary_english()}
        defaultValue={term?.english ?? ""}
      />
      <CheckboxCard
        name="inTexts"
        label={m.glossary_in_texts()}
        help={m.glossary_in_texts_help()}
        defaultChecked={term?.inTexts ?? true}
      />
      {term && <Cause />}
      <SaveOrLeave save={m.glossary_save()} failed={failed} onLeave={onCancel} />
    </KeptForm>
  );
}

/** Why a definition changes, and what made it change. */
function Cause() {
  const { data } = useQuery(causesQuery);
  const reactions = (data?.syntheses ?? []).flatMap((synthesis) => synthesis.reactions);
  return (
    <>
      <WritingArea
        name="why"
        label={m.glossary_why()}
        help={m.glossary_why_help()}
        rows={2}
        maxLength={limits["glossaryTerm.why"]}
      />
      <Select name="causedByMeeting" optional label={m.glossary_by_meeting()}>
        <option value="">{m.glossary_no_cause()}</option>
        {(data?.meetings ?? []).map(({ id, title }) => (
          <option lang={contentLang()} value={id} key={id}>
            {title}
          </option>
        ))}
      </Select>
      <Select name="causedByReaction" optional label={m.glossary_by_reaction()}>
        <option value="">{m.glossary_no_cause()}</option>
        {reactions.map(({ id, text }) => (
          <option lang={contentLang()} value={id} key={id}>
            {text.length > 90 ? `${text.slice(0, 90)}…` : text}
          </option>
        ))}
      </Select>
    </>
  );
}

/** Defines a word anew, from its page. */
export const EditTerm = ({ term }: { term: Term }) => (
  <FormInPlace
    name={m.glossary_edit()}
    done={m.glossary_done()}
    render={(acts) => <TermForm group={term.group.slug} term={term} {...acts} />}
  />
);

/** Defines a word that is not there. */
export function NewTerm({ group }: { group: string }) {
  const navigate = useNavigate();
  return (
    <FormInPlace
      name={m.glossary_new()}
      render={({ onCancel }) => (
        <TermForm group={group} onDone={(slug) => void navigate(paths.glossaryTerm(slug))} onCancel={onCancel} />
      )}
    />
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type {
  ProveByInitiative,
  ProveByInitiativeVariables,
  TakeOffInitiative,
  TakeOffInitiativeVariables,
} from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { InitiativeField } from "../../shared/InitiativeField.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { Was } from "../../ui/Was.tsx";
import { Line, Remove } from "./Rows.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { Theirs } from "./Theirs.tsx";
import { Slot } from "./WorkshopPart.tsx";
import styles from "../../shared/Desk.module.css";
import { Of } from "../../shared/Of.tsx";

const attachInitiative: TypedDocumentNode<ProveByInitiative, ProveByInitiativeVariables> = gql`
  mutation ProveByInitiative($input: AttachInitiativeInput!) {
    attachInitiative(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const detachInitiative: TypedDocumentNode<TakeOffInitiative, TakeOffInitiativeVariables> = gql`
  mutation TakeOffInitiative($input: DetachInitiativeInput!) {
    detachInitiative(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Initiative {
  id: string;
  slug: string;
  name: string;
}

interface Props {
  proposalId: string;
  examples: readonly {
    id: string;
    proves: string | null;
    initiative: Initiative & { region: { name: string } | null };
  }[];
  /** The gate asks for one more. */
  missing: boolean;
}

/** The examples of a proposal, each with what it proves, and one more out of the validated ones. */
export function Examples({ proposalId, examples, missing }: Props) {
  const [added, setAdded] = useState(0);
  const already = examples.map(({ initiative }) => initiative.id);
  return (
    <>
      {examples.map((example) => (
        <Line
          said={[
            [example.initiative.name, example.initiative.region?.name].filter(Boolean).join(", "),
            example.proves ?? m.proposalWriting_proves_unwritten(),
          ]}
          key={example.id}
        >
          <p>
            <Link to={paths.initiative(example.initiative.slug)}>
              {m.proposalWriting_initiative()}
              <Of>{example.initiative.name}</Of>
            </Link>
          </p>
          <Proves proposalId={proposalId} was={example.proves} initiative={example.initiative} />
        </Line>
      ))}
      <Slot summary={m.scaffold_add_example()} missing={missing} more={examples.length > 0 && !missing}>
        <Proves proposalId={proposalId} was={null} except={already} onSent={() => setAdded(added + 1)} key={added} />
      </Slot>
    </>
  );
}

interface ProvesProps {
  proposalId: string;
  was: string | null;
  initiative?: Initiative;
  /** Ids of those that are examples already, where one more is chosen. */
  except?: readonly string[];
  onSent?: () => void;
}

function Proves({ proposalId, was, initiative, except, onSent }: ProvesProps) {
  const attach = useAct(attachInitiative, ["ProposalEditPage"]);
  const detach = useAct(detachInitiative, ["ProposalEditPage"]);
  // Value when editing began: if somebody else changes it meanwhile, both are shown.
  const [read, setRead] = useState(was);
  const stale = attach.problems.find(({ code }) => code === "STALE");
  const save = async (fields: FormData) => {
    const initiativeId = initiative?.id ?? (fields.get("initiativeId") as string);
    const proves = (fields.get("proves") as string) || null;
    const done = await attach.run({ proposalId, initiativeId, proves, was: stale ? stale.value : read });
    if (done) setRead(proves);
    return done;
  };
  return (
    <div className={styles.row}>
      <KeptForm
        label={initiative?.name ?? m.scaffold_add_example()}
        kept={`proves:${proposalId}:${initiative?.id ?? ""}`}
        problems={attach.problems}
        busy={attach.busy}
        onSubmit={save}
        onSent={onSent}
      >
        {stale && <Theirs text={stale.value ?? ""} />}
        <Was read={read} onKept={setRead} />
        {except && (
          <InitiativeField
            name="initiativeId"
            send="id"
            label={m.scaffold_example()}
            help={
              <>
                {m.scaffold_example_help()} <Link to={paths.initiativePropose()}>{m.initiative_propose()}</Link>
              </>
            }
            none={m.interlocutor_form_choose()}
            except={except}
          />
        )}
        <WritingArea
          name="proves"
          label={m.scaffold_proves()}
          optional
          defaultValue={was ?? ""}
          maxLength={limits["example.proves"]}
          rows={2}
        />
        <SaveButton saved={attach.done} failed={attach.failed} stale={!!stale} />
      </KeptForm>
      {initiative && (
        <Remove
          act={detach}
          name={initiative.name}
          onRemove={() => detach.run({ proposalId, initiativeId: initiative.id })}
        />
      )}
    </div>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import type {
  Appearance,
  SupplyProposal,
  SupplyProposalVariables,
  SupplyRegions,
  SupplyRegionsVariables,
  SupplySlot,
} from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { HiddenField } from "../../ui/HiddenField.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { useInstance } from "../../frame/instance.ts";
import { regionChoice } from "../../shared/choices.tsx";
import { SpeakAs, spokenIn } from "../../shared/SpeakAs.tsx";
import { keptSupply } from "./keptSupply.ts";

const supplyProposal: TypedDocumentNode<SupplyProposal, SupplyProposalVariables> = gql`
  mutation SupplyProposal($input: SupplyProposalInput!) {
    supplyProposal(input: $input) {
      ...Form_outcome @unmask
      held
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

/** Asked when somebody begins to write: most read, and need no list of regions. */
const regionsQuery: TypedDocumentNode<SupplyRegions, SupplyRegionsVariables> = gql`
  query SupplyRegions {
    territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${regionChoice}
`;

/** Ways it may appear: nothing is chosen beforehand. */
const appearancesIn = (france: boolean): readonly { value: Appearance; label: () => string; help: () => string }[] => [
  { value: "NAMED", label: m.questionnaire_appear_named, help: m.questionnaire_appear_named_help },
  {
    value: "ANONYMOUS",
    label: france ? m.questionnaire_appear_anonymous : m.questionnaire_appear_anonymous_own,
    help: m.questionnaire_appear_anonymous_help,
  },
  { value: "UNPUBLISHED", label: m.questionnaire_appear_unpublished, help: m.questionnaire_appear_unpublished_help },
];

export interface SupplyFormProps {
  proposalId: string;
  /** The slot; of an argument, for or against is asked. */
  slot: SupplySlot | "ARGUMENT";
  /** Question above the field. */
  call: string;
  /** Text already typed in the other form. */
  begun?: string;
}

/** Supply of anybody to a proposal, without an account: a text, a territory, and how it appears. */
export function SupplyForm({ proposalId, slot, call, begun }: SupplyFormProps) {
  // One for all the tries of the same words, so that they are kept once.
  const key = useRef<string>(undefined);
  const navigate = useNavigate();
  const act = useAct(supplyProposal);
  const regions = useQuery(regionsQuery).data?.territories ?? [];
  const [named, setNamed] = useState(false);
  const argues = slot === "ARGUMENT";
  const { france } = useInstance();

  const keptAs = keptSupply(proposalId, slot);
  const send = async (fields: FormData) => {
    const value = (name: string) => (fields.get(name) as string | null) || null;
    const input = {
      proposalId,
      slot: argues ? ((value("slot") ?? "FOR") as SupplySlot) : slot,
      text: value("text") ?? "",
      source: value("source"),
      territory: value("territory"),
      appearance: value("appearance") as Appearance | null,
      authorName: value("authorName"),
      organisationId: spokenIn(fields),
    };
    key.current ??= keptKey(keptAs, input);
    const done = await act.run({ key: key.current, ...input });
    if (!done?.own) return;
    forgetKept(keptAs);
    void navigate(paths.proposalFollow(done.own.code), { state: { sent: done.held ? "held" : "there" } });
  };

  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={(fields) => void send(fields)} label={call}>
      <div className="flow" onInput={() => (key.current = undefined)}>
        {argues && (
          <Fieldset name="slot" legend={m.supply_side()}>
            <Choices>
              <RadioCard name="slot" value="FOR" label={m.supply_FOR()} defaultChecked />
              <RadioCard name="slot" value="AGAINST" label={m.supply_AGAINST()} />
            </Choices>
          </Fieldset>
        )}
        <WritingArea name="text" label={call} rows={3} maxLength={limits["supply.text"]} defaultValue={begun} />
        <TextField
          name="source"
          label={m.supply_source()}
          help={m.supply_source_help()}
          optional
          maxLength={limits["supply.source"]}
        />
        <Select name="territory" label={m.supply_territory()} defaultValue="">
          <option value="">{m.interlocutor_form_choose()}</option>
          {regions.map(({ slug: region, name: label }) => (
            <option value={region} key={region}>
              {label}
            </option>
          ))}
        </Select>
        <SpeakAs>
          <Fieldset name="appearance" legend={m.questionnaire_appear()} help={m.questionnaire_appear_help()}>
            <Choices single>
              {appearancesIn(france).map(({ value, label, help }) => (
                <RadioCard
                  name="appearance"
                  value={value}
                  label={label()}
                  help={help()}
                  onChange={() => setNamed(value === "NAMED")}
                  key={value}
                />
              ))}
            </Choices>
          </Fieldset>
          {named && (
            <TextField
              name="authorName"
              label={m.supply_name()}
              autoComplete="name"
              maxLength={limits["response.authorName"]}
            />
          )}
        </SpeakAs>
      </div>
      <KeptFields name={keptAs} />
      <Failed because={act.failed} />
      <Button primary type="submit">
        {act.busy ? m.supply_sending() : m.supply_send()}
      </Button>
      <HiddenField />
    </Form>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type {
  CloseRegionalGroup,
  CloseRegionalGroupVariables,
  OpenRegionalGroup,
  OpenRegionalGroupVariables,
  TerritoryKind,
} from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { FormInPlace } from "../../ui/FormInPlace.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";

const open: TypedDocumentNode<OpenRegionalGroup, OpenRegionalGroupVariables> = gql`
  mutation OpenRegionalGroup($input: OpenRegionalGroupInput!) {
    openRegionalGroup(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const close: TypedDocumentNode<CloseRegionalGroup, CloseRegionalGroupVariables> = gql`
  mutation CloseRegionalGroup($input: CloseRegionalGroupInput!) {
    closeRegionalGroup(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

interface Props {
  territory: { slug: string; name: string; kind: TerritoryKind };
  /** Its own group, where there is one. */
  group: { id: string; name: string } | undefined;
}

/** Opens the group of a territory, names it anew, or closes it: for those who run the site or a group. */
export const KeepGroup = ({ territory, group }: Props) => (
  <FormInPlace
    name={group ? m.regionalGroup_edit() : m.regionalGroup_open()}
    render={(acts) => <Keep territory={territory} group={group} {...acts} />}
  />
);

function Keep({ territory, group, onDone, onCancel }: Props & { onDone: () => void; onCancel: () => void }) {
  const opens = useAct(open, ["TerritoryPage"]);
  const closes = useAct(close, ["TerritoryPage"]);
  const isRegion = useInstance().france && territory.kind !== "DEPARTMENT";
  const named = isRegion ? m.regionalGroup_name_of : m.regionalGroup_name_of_own;
  const send = (fields: FormData) => {
    const name = (fields.get("name") as string | null) ?? "";
    return fields.has("close") ? closes.run({ id: group!.id }) : opens.run({ territory: territory.slug, name });
  };
  return (
    <KeptForm<object>
      kept={`regionalGroup:${territory.slug}`}
      problems={[...opens.problems, ...closes.problems]}
      busy={opens.busy || closes.busy}
      onSubmit={send}
      onSent={onDone}
      label={m.regionalGroup_edit()}
    >
      <TextField
        name="name"
        label={m.regionalGroup_name()}
        maxLength={limits["regionalGroup.name"]}
        defaultValue={group?.name ?? named({ territory: territory.name })}
      />
      <Failed because={opens.failed ?? closes.failed} />
      <div className="cluster">
        <Button type="submit">{group ? m.regionalGroup_save() : m.regionalGroup_open()}</Button>
        {group && (
          <Button type="submit" name="close" value="1">
            {m.regionalGroup_close()}
          </Button>
        )}
        <Button onClick={onCancel}>{m.reaction_cancel()}</Button>
      </div>
    </KeptForm>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  EditInitiative,
  EditInitiativeVariables,
  InitiativeSheet,
  SheetFields_query,
} from "../../graphql/operations.generated.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { SavedByBoth } from "../../shared/SavedByBoth.tsx";
import { SheetFields } from "./SheetFields.tsx";
import { stageNames } from "./stages.ts";
import { fieldName, sheetOf, type SheetWords, wordsOf } from "./fields.tsx";

const editInitiative: TypedDocumentNode<EditInitiative, EditInitiativeVariables> = gql`
  mutation EditInitiative($input: EditInitiativeInput!) {
    editInitiative(input: $input) {
      ...Form_outcome @unmask
      initiative {
        id
        version
      }
    }
  }
  ${Form.fragment}
`;

interface Props {
  lists: SheetFields_query;
  initiative: InitiativeSheet;
  agreement: string | null;
}

/** Rewrites a sheet. Text somebody else saved meanwhile goes under the typed one, field by field. */
export function EditSheet({ lists, initiative, agreement }: Props) {
  const { id, version, name } = initiative;
  const act = useAct(editInitiative, ["InitiativeJudgePage"]);
  const editing = useEditing<SheetWords>({
    id,
    name,
    version,
    fields: wordsOf(initiative, agreement, lists.criteria),
    save: async (fields, _, at) => !!(await act.run({ id, version: at, sheet: sheetOf(fields) })),
  });
  const stale = act.problems.some(({ code }) => code === "STALE");
  return (
    <Form
      problems={stale ? [] : act.problems}
      busy={act.busy}
      label={m.initiative_edit()}
      onSubmit={() => void editing.submit()}
      labelOf={labelIn(lists)}
    >
      <SavedByBoth editing={editing} labelOf={labelIn(lists)} show={shownIn(lists)} />
      <SheetFields lists={lists} words={editing.mine} set={editing.set} whole />
      <KeptEditing editing={editing} />
      <Failed because={act.failed} />
      <div className="cluster">
        <Button primary type="submit">
          {m.initiative_save()}
        </Button>
        {editing.dirty && <Button onClick={editing.revert}>{m.initiative_revert()}</Button>}
        <output className="quiet">{editing.dirty ? m.initiative_unsaved() : act.done && m.initiative_saved()}</output>
      </div>
    </Form>
  );
}

/** « Étape », « Le lien social : sur 3 ». */
const labelIn = (lists: SheetFields_query) => (field: string) => {
  const criterion = lists.criteria.find(({ key }) => field.endsWith(`.${key}`));
  if (!criterion) return fieldName(field) ?? field;
  return field.startsWith("reason.")
    ? m.initiative_criterion_fact({ criterion: termLabel(criterion) })
    : termLabel(criterion);
};

const shownIn = (lists: SheetFields_query) => (field: string, value: string) => {
  const term = [...lists.sectors, ...lists.organisationTypes].find(({ key }) => key === value);
  const place = lists.regions
    .flatMap(({ departments, ...region }) => [region, ...departments])
    .find(({ slug }) => field === "territory" && slug === value);
  return (
    (field === "stage" && stageNames[value]?.()) ||
    (term && ["sector", "organisationType"].includes(field) && termLabel(term)) ||
    place?.name ||
    value ||
    m.initiative_not_said()
  );
};

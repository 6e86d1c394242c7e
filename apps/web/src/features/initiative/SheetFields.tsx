import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { lastYear, namesOf, ofKind } from "@cahier/schema/fields";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import { Fragment, type ReactNode, useContext } from "react";
import type { SheetFields_query } from "../../graphql/operations.generated.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { FieldFor } from "../../ui/FieldFor.tsx";
import { FormContext } from "../../ui/Form.tsx";
import { stageNames } from "./stages.ts";
import { fieldNames, type SheetWords } from "./fields.tsx";
import { initiativeTerms, offered, regionsToChoose } from "../../shared/choices.tsx";

const fragment: TypedDocumentNode<SheetFields_query> = gql`
  fragment SheetFields_query on Query {
    ...InitiativeTerms_query @unmask
    ...RegionsToChoose_query @unmask
  }
  ${initiativeTerms}
  ${regionsToChoose}
`;

interface Props {
  lists: SheetFields_query;
  words: SheetWords;
  set: (change: SheetWords) => void;
  /** Right under the name and the town: what may be the same. */
  near?: ReactNode;
  /** True if the rest of the sheet is open at once. */
  whole?: boolean;
}

/** Fields that are asked of every sheet; the rest stands folded under them. */
const first = ["name", "town", "sector", "summary"];
const rest = namesOf(initiativeFields).filter((name) => !first.includes(name));

/** Problems that are not of the folded part. */
const above: ReadonlySet<string> = new Set([...first, "territory", "consent", "version"]);

const helps: Partial<Record<keyof typeof initiativeFields, () => string>> = {
  name: m.initiative_field_name_help,
  summary: m.initiative_field_summary_help,
  startedYear: () => m.initiative_field_startedYear_help({ year: lastYear(initiativeFields.startedYear) }),
  exchange: m.initiative_field_exchange_help,
  results: m.initiative_one_a_line,
  obstacles: m.initiative_one_a_line,
  levers: m.initiative_one_a_line,
  drawbacks: m.initiative_field_drawbacks_help,
  source: m.initiative_field_source_help,
  agreement: m.initiative_field_agreement_help,
};

/** The sheet of an initiative, as it is written: a few things are needed, the rest stands folded under them. */
export function SheetFields({ lists, words, set, near, whole = false }: Props) {
  const options = optionsOf(lists, words);
  const field = (name: keyof typeof initiativeFields) => (
    <FieldFor
      key={name}
      field={initiativeFields[name]}
      name={name}
      label={fieldNames[name]()}
      help={helps[name]?.()}
      rows={name === "summary" || name === "exchange" ? 3 : 2}
      value={words[name] ?? ""}
      onChange={(value) => set({ [name]: value })}
      options={options[name]}
      none={first.includes(name) ? m.initiative_choose() : m.initiative_not_said()}
    />
  );
  const [firstCount] = ofKind(initiativeFields, "count");
  const refused = useContext(FormContext).problems.some((problem) => problem.field && !above.has(problem.field));
  return (
    <>
      {field("name")}
      <Select
        name="territory"
        label={fieldNames.territory()}
        value={words["territory"] ?? ""}
        onChange={(event) => set({ territory: event.currentTarget.value })}
      >
        <option value="">{m.initiative_choose()}</option>
        {lists.regions.map(({ slug, name, departments }) => (
          <optgroup label={name} key={slug}>
            {departments.map((department) => (
              <option value={department.slug} key={department.id}>
                {department.name}
              </option>
            ))}
            {departments.length !== 1 && <option value={slug}>{m.initiative_whole_region({ region: name })}</option>}
          </optgroup>
        ))}
      </Select>
      <div>
        {field("town")}
        {near}
      </div>
      {field("sector")}
      {field("summary")}
      <Disclosure summary={m.initiative_more()} open={whole || refused}>
        <div className="flow">
          {rest.map((name) => (
            <Fragment key={name}>
              {name === firstCount && <Criteria criteria={lists.criteria} words={words} set={set} />}
              {field(name)}
            </Fragment>
          ))}
        </div>
      </Disclosure>
    </>
  );
}

/** The choices of the fields that have some. */
function optionsOf(lists: SheetFields_query, words: SheetWords): Record<string, [string, string][] | undefined> {
  const terms = (among: SheetFields_query["sectors"]) =>
    offered(among, [words["sector"] ?? "", words["organisationType"] ?? ""]).map((term): [string, string] => [
      term.key,
      termLabel(term),
    ]);
  return {
    sector: terms(lists.sectors),
    organisationType: terms(lists.organisationTypes),
    stage: Object.entries(stageNames).map(([stage, label]) => [stage, label()]),
  };
}

SheetFields.fragment = fragment;

/** Each criterion from 0 to 3, with a fact once there is a score. */
const Criteria = ({ criteria, words, set }: Pick<Props, "words" | "set"> & Pick<SheetFields_query, "criteria">) => (
  <fieldset className="flow">
    <legend>
      <b>{m.initiative_criteria()}</b>
    </legend>
    {offered(
      criteria,
      criteria.flatMap(({ key }) => (words[`score.${key}`] ? [key] : [])),
    ).map((term) => {
      const [score, reason] = [`score.${term.key}`, `reason.${term.key}`];
      return (
        <div key={term.key}>
          <Select
            name={`criteria.${term.key}`}
            label={termLabel(term)}
            optional
            value={words[score] ?? ""}
            onChange={(event) => set({ [score]: event.currentTarget.value })}
          >
            <option value="">{m.initiative_not_said()}</option>
            {["0", "1", "2", "3"].map((value) => (
              <option value={value} key={value}>
                {m.initiative_criterion_score({ score: value })}
              </option>
            ))}
          </Select>
          {words[score] && (
            <TextField
              name={reason}
              label={m.initiative_criterion_fact({ criterion: termLabel(term) })}
              optional
              value={words[reason] ?? ""}
              maxLength={limits["initiative.criterion"]}
              onChange={(event) => set({ [reason]: event.currentTarget.value })}
            />
          )}
        </div>
      );
    })}
  </fieldset>
);

import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { ofKind } from "@cahier/schema/fields";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import { Fragment, type ReactNode, useContext } from "react";
import type { SheetFields_query } from "../../graphql/operations.generated.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { FormContext } from "../../ui/Form.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { stageNames } from "./stages.ts";
import { fieldName, type SheetWords } from "./words.ts";

const fragment: TypedDocumentNode<SheetFields_query> = gql`
  fragment SheetFields_query on Query {
    sectors: terms(kind: SECTOR) {
      key
      label
      labelEn
    }
    organisationTypes: terms(kind: ORGANISATION_TYPE) {
      key
      label
      labelEn
    }
    criteria: terms(kind: CRITERION) {
      key
      label
      labelEn
    }
    regions: territories(kind: REGION) {
      id
      slug
      name
      departments {
        id
        slug
        name
      }
    }
  }
`;

interface Props {
  lists: SheetFields_query;
  words: SheetWords;
  set: (change: SheetWords) => void;
  /** Right under the name and the town: what may be the same. */
  near?: ReactNode;
  /** Whether the rest of the sheet is shown at once. */
  whole?: boolean;
}

/** What is asked of every sheet, and what is not on it. */
const needed: ReadonlySet<string> = new Set(["name", "territory", "town", "sector", "summary", "consent", "version"]);

/** The sheet of an initiative, as it is written: four things are needed, the rest stands folded under them. */
export function SheetFields({ lists, words, set, near, whole = false }: Props) {
  const field = (name: string) => ({
    name,
    label: fieldName(name)!,
    value: words[name] ?? "",
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  });
  const area = (name: string, most: number, rows: number, help?: string) => (
    <WritingArea {...field(name)} optional rows={rows} maxLength={most} {...(help && { help })} />
  );
  const lines = (name: string) => area(name, limits["initiative.line"] * 4, 2, m.initiative_one_a_line());
  const number = (name: string) => <TextField {...field(name)} optional inputMode="numeric" />;
  const terms = (among: SheetFields_query["sectors"]) =>
    among.map((term) => (
      <option value={term.key} key={term.key}>
        {termLabel(term)}
      </option>
    ));
  const longer = limits["initiative.text"];
  const refused = useContext(FormContext).problems.some((problem) => problem.field && !needed.has(problem.field));
  return (
    <>
      <TextField {...field("name")} help={m.initiative_field_name_help()} maxLength={limits["initiative.name"]} />
      <Select {...field("territory")}>
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
        <TextField {...field("town")} optional maxLength={limits["initiative.town"]} />
        {near}
      </div>
      <Select {...field("sector")}>
        <option value="">{m.initiative_choose()}</option>
        {terms(lists.sectors)}
      </Select>
      <WritingArea
        {...field("summary")}
        help={m.initiative_field_summary_help()}
        rows={3}
        maxLength={limits["initiative.summary"]}
      />
      <Disclosure summary={m.initiative_more()} open={whole || refused}>
        <div className="flow">
          {area("exchange", longer, 3, m.initiative_field_exchange_help())}
          <Select {...field("organisationType")} optional>
            <option value="">{m.initiative_not_said()}</option>
            {terms(lists.organisationTypes)}
          </Select>
          {number("startedYear")}
          <Select {...field("stage")} optional>
            <option value="">{m.initiative_not_said()}</option>
            {Object.entries(stageNames).map(([stage, label]) => (
              <option value={stage} key={stage}>
                {label()}
              </option>
            ))}
          </Select>
          {lines("results")}
          {lines("obstacles")}
          {lines("levers")}
          {area("drawbacks", longer, 2, m.initiative_field_drawbacks_help())}
          {area("need", longer, 2)}
          {area("reproducibility", longer, 2)}
          <Criteria criteria={lists.criteria} words={words} set={set} />
          {ofKind(initiativeFields, "count")
            .filter((name) => name !== "startedYear")
            .map((name) => (
              <Fragment key={name}>{number(name)}</Fragment>
            ))}
          {area("source", limits["initiative.source"], 2, m.initiative_field_source_help())}
          <TextField
            {...field("agreement")}
            optional
            help={m.initiative_field_agreement_help()}
            maxLength={limits["initiative.agreement"]}
          />
        </div>
      </Disclosure>
    </>
  );
}

SheetFields.fragment = fragment;

/** Each criterion from 0 to 3, with a fact once there is a score. */
const Criteria = ({ criteria, words, set }: Pick<Props, "words" | "set"> & Pick<SheetFields_query, "criteria">) => (
  <fieldset className="flow">
    <legend>
      <b>{m.initiative_criteria()}</b>
    </legend>
    {criteria.map((term) => {
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

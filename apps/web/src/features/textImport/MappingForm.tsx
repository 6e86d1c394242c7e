import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type {
  ImportedKind,
  ImportedPlaceKind,
  ImportedValue,
  MapTextImport,
  MapTextImportVariables,
  TextImportTold,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Beside, Part } from "../../ui/Part.tsx";
import { useAct } from "../../ui/useAct.ts";
import { ColumnSelects } from "./ColumnSelects.tsx";
import styles from "./MappingForm.module.css";
import { useInstance } from "../../frame/instance.ts";
import { placesIn } from "./textImport.names.ts";
import { textImportTold } from "./textImport.fragment.tsx";
import { contentLang } from "../../i18n/content.ts";

const mutation: TypedDocumentNode<MapTextImport, MapTextImportVariables> = gql`
  mutation MapTextImport($input: MapTextImportInput!) {
    mapTextImport(input: $input) {
      ...Form_outcome @unmask
      textImport {
        id
        ...TextImportTold @unmask
      }
    }
  }
  ${Form.fragment}
  ${textImportTold}
`;

interface Props {
  it: TextImportTold;
  territories: readonly { slug: string; name: string }[];
}

/** A name of a field that carries which value it explains. */
const valueField = ({ about, said }: { about: ImportedValue; said: string }) => `values.${about}.${said}`;

/** Mapping of the columns and values of a file: all its rows are tried at each change. */
export function MappingForm({ it, territories }: Props) {
  const act = useAct(mutation);
  const { mapping } = it;
  const { france } = useInstance();
  const columns = it.columns.map(({ name }) => name);
  // Those still unknown, and those that a person explained: both can be changed.
  const values = [
    ...mapping.values.map((one) => ({ ...one, count: null })),
    ...it.unknownValues
      .filter(({ about, said }) => !mapping.values.some((one) => one.about === about && one.said === said))
      .map((one) => ({ ...one, meant: "" })),
  ];
  const save = (fields: FormData) => {
    const text = (name: string) => ((fields.get(name) as string | null) ?? "").trim();
    const list = (name: string) => fields.getAll(name).map(String).filter(Boolean);
    return act.run({
      id: it.id,
      kind: text("kind") as ImportedKind,
      idColumns: list("idColumns"),
      textColumns: list("textColumns"),
      titleColumns: list("titleColumns"),
      author: text("author") || null,
      territory: text("territory") || null,
      territoryKind: text("territoryKind") as ImportedPlaceKind,
      everywhere: text("everywhere") || null,
      date: text("date") || null,
      day: text("day") || null,
      original: text("original") || null,
      source: text("source"),
      licence: text("licence") || null,
      attribution: text("attribution") || null,
      objective: text("objective") || null,
      values: values.map(({ about, said }) => ({ about, said, meant: text(valueField({ about, said })) })),
    });
  };
  const one = (name: "author" | "territory" | "date" | "original", label: string) => (
    <Select name={name} label={label} defaultValue={mapping[name] ?? ""}>
      <option value="">{m.textImport_no_column()}</option>
      {columns.map((column) => (
        <option key={column}>{column}</option>
      ))}
    </Select>
  );
  return (
    <KeptForm
      kept={`importMapping:${it.id}`}
      problems={act.problems}
      busy={act.busy}
      label={m.textImport_mapping()}
      onSubmit={save}
    >
      <div className={styles.parts}>
        <Part heading={m.textImport_part_text()}>
          <Beside>
            <Select name="kind" label={m.textImport_kind()} defaultValue={mapping.kind}>
              <option value="NOTEBOOK">{m.textImport_kind_NOTEBOOK()}</option>
              <option value="CONTRIBUTION">{m.textImport_kind_CONTRIBUTION()}</option>
            </Select>
            <ColumnSelects
              name="textColumns"
              label={m.textImport_field_textColumns()}
              help={m.textImport_field_textColumns_help()}
              columns={columns}
              chosen={mapping.text}
              most={10}
            />
            <ColumnSelects
              name="titleColumns"
              label={m.textImport_field_titleColumns()}
              columns={columns}
              chosen={mapping.title}
              most={5}
            />
            <ColumnSelects
              name="idColumns"
              label={m.textImport_field_idColumns()}
              help={m.textImport_field_idColumns_help()}
              columns={columns}
              chosen={mapping.id}
              most={5}
            />
          </Beside>
        </Part>
        <Part heading={m.textImport_part_where()}>
          <Beside>
            {one("author", m.textImport_field_author())}
            {one("territory", m.textImport_field_territory())}
            <Select
              name="territoryKind"
              label={m.textImport_field_territoryKind()}
              defaultValue={mapping.territoryKind}
            >
              {placesIn(france).map(([kind, name]) => (
                <option value={kind} key={kind}>
                  {name()}
                </option>
              ))}
            </Select>
            <Select name="everywhere" label={m.textImport_field_everywhere()} defaultValue={mapping.everywhere ?? ""}>
              <option value="">{m.textImport_no_place()}</option>
              {territories.map(({ slug, name }) => (
                <option value={slug} key={slug}>
                  {name}
                </option>
              ))}
            </Select>
            {one("date", m.textImport_field_date())}
            <TextField
              name="day"
              type="date"
              label={m.textImport_field_day()}
              defaultValue={mapping.day ?? ""}
              optional
            />
          </Beside>
        </Part>
        <Part heading={m.textImport_part_source()}>
          <Beside>
            <TextField
              name="source"
              label={m.textImport_field_source()}
              help={m.textImport_field_source_help()}
              defaultValue={mapping.source}
              maxLength={limits["textImport.source"]}
            />
            <TextField
              name="licence"
              label={m.textImport_field_licence()}
              defaultValue={mapping.licence ?? ""}
              maxLength={limits["textImport.licence"]}
              optional
            />
            <TextField
              name="attribution"
              label={m.textImport_field_attribution()}
              defaultValue={mapping.attribution ?? ""}
              maxLength={limits["textImport.attribution"]}
              optional
            />
            {one("original", m.textImport_field_original())}
            <Select name="objective" label={m.textImport_field_objective()} defaultValue={mapping.objective ?? ""}>
              <option value="">{m.textImport_no_objective()}</option>
              {it.group.objectives.map(({ slug, number, name }) => (
                <option lang={contentLang()} value={slug} key={slug}>{`${number}. ${name}`}</option>
              ))}
            </Select>
          </Beside>
        </Part>
        {values.length > 0 && (
          <Fieldset name="values" legend={m.textImport_values()} help={m.textImport_values_lead()}>
            {values.map(({ about, said, meant, count }) => (
              <TextField
                name={valueField({ about, said })}
                label={(about === "TERRITORY" ? m.textImport_value_TERRITORY : m.textImport_value_DATE)({
                  said,
                  count: count === null ? "✓" : String(count),
                })}
                defaultValue={meant}
                key={valueField({ about, said })}
              />
            ))}
          </Fieldset>
        )}
      </div>
      <Failed because={act.failed} />
      <Button primary={!it.checked} type="submit" disabled={act.busy}>
        {m.textImport_try()}
      </Button>
    </KeptForm>
  );
}

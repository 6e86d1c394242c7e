import type { Form, FormItem, FormNote } from "@cahier/schema/form";
import { noteSentences } from "@cahier/schema/form/sentences";
import { m } from "@cahier/schema/messages";
import { DataTable } from "../../ui/DataTable.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import styles from "./Form.module.css";
import { kindName, typeNames } from "./form.labels.ts";

/** Report of an import: taken, changed and left out, each with its place and reason. */
export function FormReport({ form }: { form: Form }) {
  const touched = new Set(form.notes.map(({ place, name }) => `${place} ${name}`));
  const taken = form.items.filter(({ place, name, became }) => became && !touched.has(`${place} ${name}`));
  const changed = form.notes.filter(({ outcome }) => outcome === "CHANGED");
  const left = form.notes.filter(({ outcome }) => outcome === "LEFT");
  return (
    <div className="flow">
      <Disclosure summary={m.form_left_count({ count: left.length })} open={left.length > 0}>
        {left.length > 0 ? <Notes notes={left} form={form} /> : <p>{m.form_none_left()}</p>}
      </Disclosure>
      <Disclosure summary={m.form_changed_count({ count: changed.length })} open={changed.length > 0}>
        {changed.length > 0 ? <Notes notes={changed} form={form} /> : <p>{m.form_none_changed()}</p>}
      </Disclosure>
      <Disclosure summary={m.form_taken_count({ count: taken.length })}>
        <ul className={styles.notes}>
          {taken.map(({ place, name, kind, became }) => (
            <li key={`${place} ${name} ${became}`}>
              <b>{name}</b> <small className="quiet">{place}</small> {kindName(form.source, kind)} →{" "}
              {typeNames[became!]()}
            </li>
          ))}
        </ul>
      </Disclosure>
      <DataTable
        caption={m.form_report_types()}
        head={[m.form_report_type(), m.form_report_count(), m.form_report_became()]}
        numeric={[1]}
        rows={typesOf(form)}
      />
    </div>
  );
}

/** Codes of notes whose value is a question type of the form tool. */
const aboutTypes = new Set<FormNote["code"]>(["OTHER_TYPE", "TYPE"]);

const valueOf = ({ code, value }: FormNote, { source }: Form) => {
  if (aboutTypes.has(code)) return kindName(source, value);
  return code === "SPLIT" ? value.replace(/^[A-Z_]+/, nameOf) : value;
};

const nameOf = (type: string) => (Object.hasOwn(typeNames, type) ? typeNames[type as keyof typeof typeNames]() : type);

const Notes = ({ notes, form }: { notes: readonly FormNote[]; form: Form }) => (
  <ul className={styles.notes}>
    {notes.map((note) => (
      <li key={`${note.place} ${note.name} ${note.code} ${note.value}`}>
        <b>{note.name ?? (note.place === null ? m.form_whole() : note.place)}</b>{" "}
        {note.name && note.place && <small className="quiet">{note.place}</small>}{" "}
        {noteSentences[note.code]({ value: valueOf(note, form) })}
      </li>
    ))}
  </ul>
);

/** The types met, the commonest first. */
function typesOf({ source, items }: Form) {
  const times = new Map<string, { item: FormItem; count: number }>();
  for (const item of items) {
    const key = `${item.kind} ${item.became}`;
    times.set(key, { item, count: (times.get(key)?.count ?? 0) + 1 });
  }
  return [...times]
    .toSorted(([, a], [, b]) => b.count - a.count)
    .map(([key, { item, count }]) => ({
      key,
      cells: [kindName(source, item.kind), count, item.became ? typeNames[item.became]() : m.form_report_nothing()],
    }));
}

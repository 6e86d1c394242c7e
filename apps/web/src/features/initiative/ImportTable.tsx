import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Failure } from "../../ui/failure.ts";
import { type Problem, problemSentence } from "../../ui/problems.ts";
import { fieldName } from "./fields.tsx";
import { type ImportOutcome, type ImportReport, sendTable } from "./importing.ts";

const outcomeNames: Record<ImportOutcome, () => string> = {
  NEW: m.initiative_row_NEW,
  HELD: m.initiative_row_HELD,
  KNOWN: m.initiative_row_KNOWN,
  LEFT_OUT: m.initiative_row_LEFT_OUT,
};

const doneNames: Record<ImportOutcome, () => string> = {
  ...outcomeNames,
  NEW: m.initiative_row_NEW_done,
  HELD: m.initiative_row_HELD_done,
};

interface Props {
  groups: readonly { slug: string; name: string }[];
}

/** A table of initiatives: read and shown line by line, then taken in. Sent twice, nothing is there twice. */
export function ImportTable({ groups }: Props) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [state, setState] = useState<"still" | "busy">("still");
  const [failed, setFailed] = useState<Failure>(null);
  const [read, setRead] = useState<{ report: ImportReport; file: File; group: string; written: boolean }>();
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus goes to the report once it is there.
  useEffect(() => {
    if (read) heading.current?.focus();
  }, [read]);
  const ask = async (file: File, group: string, write: boolean) => {
    setState("busy");
    const answer = await sendTable(file, group, write);
    setState("still");
    setFailed("failed" in answer ? answer.failed : null);
    if ("failed" in answer) return;
    setProblems(answer.problems);
    if (!answer.report) return setRead(undefined);
    setRead({ report: answer.report, file, group, written: write });
  };
  const choose = (fields: FormData) => {
    const file = fields.get("file");
    // An empty file field gives a file without a name.
    if (!(file instanceof File) || file.name === "") return setProblems([{ code: "REQUIRED", field: "file" }]);
    void ask(file, (fields.get("group") as string | null) ?? groups[0]?.slug ?? "", false);
  };
  const count = (...outcomes: ImportOutcome[]) =>
    read?.report.rows.filter(({ outcome }) => outcomes.includes(outcome)).length ?? 0;
  const [fresh, known] = [count("NEW", "HELD"), count("KNOWN")];
  const said = read?.written ? m.initiative_import_done : m.initiative_import_seen;
  // After an answer that was lost nothing is new, since it was all taken in.
  const title = !fresh && known ? m.initiative_import_known({ count: known }) : said({ count: fresh });
  return (
    <>
      <Form problems={problems} busy={state === "busy"} label={m.initiative_import()} onSubmit={choose}>
        <TextField
          name="file"
          type="file"
          accept=".csv,text/csv"
          label={m.initiative_file()}
          help={m.initiative_file_help()}
          onChange={() => {
            setProblems([]);
            setRead(undefined);
          }}
        />
        {groups.length > 1 && (
          <Select name="group" label={m.initiative_import_group()} onChange={() => setRead(undefined)}>
            {groups.map(({ slug, name }) => (
              <option value={slug} key={slug}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <Failed because={failed} />
        <Button type="submit">{m.initiative_import_read()}</Button>
      </Form>
      {read && (
        <section className="flow">
          <h3 tabIndex={-1} ref={heading}>
            {title}
          </h3>
          {read.report.unknownColumns.length > 0 && (
            <Notice>{m.initiative_import_unknown({ columns: read.report.unknownColumns.join(", ") })}</Notice>
          )}
          {!read.written && fresh > 0 && (
            <Button primary disabled={state === "busy"} onClick={() => void ask(read.file, read.group, true)}>
              {m.initiative_import_do({ count: fresh })}
            </Button>
          )}
          <Report report={read.report} written={read.written} />
        </section>
      )}
    </>
  );
}

const Report = ({ report, written }: { report: ImportReport; written: boolean }) => (
  <DataTable
    caption={m.initiative_import_report()}
    head={[m.initiative_line(), m.initiative_field_name(), m.initiative_row_outcome(), m.initiative_row_why()]}
    rows={report.rows.map(({ line, name, outcome, problems, slug, near }) => ({
      key: `${line}`,
      cells: [
        line,
        slug ? (
          <Link to={paths.initiativeJudge(slug)} lang={contentLang()} key="name">
            {name}
          </Link>
        ) : (
          name
        ),
        (written ? doneNames : outcomeNames)[outcome](),
        <ul key="why">
          {problems.map((problem) => (
            <li key={`${problem.field} ${problem.code}`}>{whyOf(problem)}</li>
          ))}
          {near.map((other) => (
            <li key={other.slug}>
              {m.initiative_row_near()} <Link to={paths.initiativeJudge(other.slug)}>{other.name}</Link>
            </li>
          ))}
        </ul>,
      ],
    }))}
  />
);

/** « Département : « Atlantide » n’est pas un territoire connu. » */
function whyOf(problem: Problem): string {
  const { code, field, value } = problem;
  if (code === "ALREADY_THERE") return m.initiative_row_twice({ line: value ?? "" });
  if (code === "UNREADABLE_FILE") return m.initiative_row_unreadable();
  const said =
    code === "UNKNOWN_TERRITORY" && value ? m.initiative_row_no_territory({ value }) : problemSentence(problem);
  const label = field && (fieldName(field) ?? (field.startsWith("criteria.") ? m.initiative_criterion() : field));
  return label ? `${label}${m.ui_colon()}${said}` : said;
}

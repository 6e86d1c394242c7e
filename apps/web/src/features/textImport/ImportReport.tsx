import { m } from "@cahier/schema/messages";
import type { TextImportTold } from "../../graphql/operations.generated.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { When } from "../../ui/When.tsx";
import { faultSentences } from "./textImport.names.ts";

/** The first rows as they would come. */
export const Samples = ({ samples }: Pick<TextImportTold, "samples">) => (
  <DataTable
    caption={m.textImport_samples()}
    head={[
      m.textImport_line(),
      m.textImport_field_titleColumns(),
      m.textImport_field_author(),
      m.textImport_field_territory(),
      m.textImport_field_date(),
      m.textImport_field_textColumns(),
    ]}
    rows={samples.map(({ line, title, author, place, on, text }) => ({
      key: String(line),
      cells: [line, title, author, place, on && <When date={on} key="on" />, text],
    }))}
  />
);

/** The rows that have no place, each with its sentence. */
export const Faults = ({ faults, faultCount }: Pick<TextImportTold, "faults" | "faultCount">) =>
  faultCount > 0 && (
    <>
      <DataTable
        caption={m.textImport_faults({ count: faultCount })}
        head={[m.textImport_line(), m.textImport_fault()]}
        rows={faults.map(({ line, code, value }) => ({
          key: String(line),
          cells: [line, faultSentences[code]({ value: value ?? "" })],
        }))}
      />
      {faultCount > faults.length && <p className="quiet">{m.textImport_faults_first()}</p>}
    </>
  );

/** What an import did. */
export const Done = ({ it }: { it: TextImportTold }) => (
  <ul className="prose">
    <li>{m.textImport_written({ count: it.written })}</li>
    {it.changed > 0 && <li>{m.textImport_changed({ count: it.changed })}</li>}
    {it.unchanged > 0 && <li>{m.textImport_unchanged({ count: it.unchanged })}</li>}
    {it.leftAsIs > 0 && <li>{m.textImport_leftAsIs({ count: it.leftAsIs })}</li>}
    {it.held > 0 && <li>{m.textImport_held({ count: it.held })}</li>}
  </ul>
);

import { m } from "@cahier/schema/messages";
import { figures } from "../../ui/figures.ts";
import type { TextImportTold } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Card } from "../../ui/Card.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { When } from "../../ui/When.tsx";
import { faultSentences } from "./textImport.names.ts";

/** The first rows as they would come: their words take too much room for a table. */
export const Samples = ({ samples }: Pick<TextImportTold, "samples">) => (
  <>
    <h3>{m.textImport_samples()}</h3>
    <ul className="cards">
      {samples.map(({ line, title, author, place, on, text }) => (
        <Card as="li" key={line}>
          {title && <h4 lang={contentLang()}>{title}</h4>}
          <p className="quiet">
            {m.textImport_line()} {line}
            {author && ` · ${author}`}
            {place && ` · ${place}`}
            {on && (
              <>
                {" · "}
                <When date={on} />
              </>
            )}
          </p>
          <p lang={contentLang()}>{text}</p>
        </Card>
      ))}
    </ul>
  </>
);

/** The rows that are not taken, each with its sentence. */
export const Faults = ({ faults, faultCount }: Pick<TextImportTold, "faults" | "faultCount">) =>
  faultCount > 0 && (
    <>
      <DataTable
        caption={m.textImport_faults({ count: figures(faultCount) })}
        head={[m.textImport_line(), m.textImport_fault()]}
        rows={faults.map(({ line, code, value }) => ({
          key: String(line),
          cells: [line, faultSentences[code]({ value: value ?? "" })],
        }))}
      />
      {faultCount > faults.length && <p className="quiet">{m.textImport_faults_first()}</p>}
    </>
  );

/** Result of an import, or of its trial. */
export const Done = ({ it }: { it: TextImportTold }) => (
  <ul className="prose">
    <li>{m.textImport_written({ count: figures(it.written) })}</li>
    {it.changed > 0 && <li>{m.textImport_changed({ count: figures(it.changed) })}</li>}
    {it.unchanged > 0 && <li>{m.textImport_unchanged({ count: figures(it.unchanged) })}</li>}
    {it.leftAsIs > 0 && <li>{m.textImport_leftAsIs({ count: figures(it.leftAsIs) })}</li>}
    {it.held > 0 && <li>{m.textImport_held({ count: figures(it.held) })}</li>}
  </ul>
);

import { m } from "@cahier/schema/messages";
import { withLanguage } from "../../shared/withLanguage.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Download } from "../../ui/Download.tsx";
import { files, formats } from "./production.files.ts";

/** The letter of a handover, to be read, printed or sent. */
export const LetterFiles = ({ id }: { id: string }) => (
  <div className="no-print">
    <Disclosure summary={m.production_take_letter()}>
      <p className="prose quiet">{withLanguage(m.production_letter_lead(), m.production_in_french)}</p>
      <ul className="cluster">
        {formats.map(([format, name]) => (
          <li key={format}>
            <Download href={files.letter(id, format)}>{name()}</Download>
          </li>
        ))}
      </ul>
    </Disclosure>
  </div>
);

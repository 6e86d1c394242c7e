import { m } from "@cahier/schema/messages";
import { filePaths } from "../../filePaths.ts";
import { Download } from "../../ui/Download.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";

const formats = [
  ["pdf", m.export_format_pdf],
  ["docx", m.export_format_docx],
  ["odt", m.export_format_odt],
  ["html", m.export_format_html],
  ["json", m.export_format_json],
] as const;

/** A version of a synthesis as files: each passage that it cites is a note that leads to its text. */
export const SynthesisFiles = ({ slug, version }: { slug: string; version: number }) => (
  <MenuButton icon="save" label={m.export_download()}>
    <p className="quiet">{m.export_synthesis_lead({ version })}</p>
    <ul>
      {formats.map(([format, name]) => (
        <li key={format}>
          <Download href={filePaths.synthesisFile(slug, version, format)}>{name()}</Download>
        </li>
      ))}
    </ul>
  </MenuButton>
);

import { m } from "@cahier/schema/messages";
import { withLanguage } from "../../shared/withLanguage.ts";
import { Download } from "../../ui/Download.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";
import { files, formats } from "./production.files.ts";
import { Of } from "../../shared/Of.tsx";

interface Props {
  slug: string;
  /** Title of the proposal, where several stand on one page. */
  of?: string;
}

const named = (file: string, of: string | undefined) => (of ? file + m.ui_colon() + of : file);

/** Public documents of a proposal: its dossier, each sentence with its sources, and one page to print. */
export const ProposalFiles = ({ slug, of }: Props) => (
  <MenuButton
    icon="save"
    label={
      <>
        {m.production_take_proposal()}
        {of && <Of>{of}</Of>}
      </>
    }
  >
    <p>
      <b>{m.production_dossier()}</b>
    </p>
    <p className="prose quiet">{withLanguage(m.production_dossier_lead(), m.production_in_french)}</p>
    <ul className="cluster">
      {formats.map(([format, name]) => (
        <li key={format}>
          <Download href={files.dossier(slug, format)} label={named(m.production_take_dossier({ format: name() }), of)}>
            {name()}
          </Download>
        </li>
      ))}
    </ul>
    <p>
      <b>{m.production_page()}</b>
    </p>
    <p className="prose quiet">{m.production_page_lead()}</p>
    <ul className="cluster">
      <li>
        <Download href={files.page(slug, "pdf")} label={named(m.production_take_page({ format: "PDF" }), of)}>
          PDF
        </Download>
      </li>
      <li>
        <Download
          href={files.page(slug, "html")}
          label={named(m.production_take_page({ format: m.production_format_html() }), of)}
        >
          {m.production_format_html()}
        </Download>
      </li>
    </ul>
  </MenuButton>
);

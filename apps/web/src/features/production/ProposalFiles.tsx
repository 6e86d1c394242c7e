import { m } from "@cahier/schema/messages";
import { withLanguage } from "../../shared/withLanguage.ts";
import { Download } from "../../ui/Download.tsx";
import { MenuButton } from "../../ui/MenuButton.tsx";
import { files, formats } from "./production.files.ts";

/** Public documents of a proposal: its dossier, each sentence with its sources, and one page to print. */
export const ProposalFiles = ({ slug }: { slug: string }) => (
  <MenuButton icon="save" label={m.production_take_proposal()}>
    <p>
      <b>{m.production_dossier()}</b>
    </p>
    <p className="prose quiet">{withLanguage(m.production_dossier_lead(), m.production_in_french)}</p>
    <ul className="cluster">
      {formats.map(([format, name]) => (
        <li key={format}>
          <Download href={files.dossier(slug, format)} label={m.production_take_dossier({ format: name() })}>
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
        <Download href={files.page(slug, "pdf")} label={m.production_take_page({ format: "PDF" })}>
          PDF
        </Download>
      </li>
      <li>
        <Download
          href={files.page(slug, "html")}
          label={m.production_take_page({ format: m.production_format_html() })}
        >
          {m.production_format_html()}
        </Download>
      </li>
    </ul>
  </MenuButton>
);

import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { Download } from "../../ui/Download.tsx";
import { Row } from "../../ui/Ruled.tsx";

/** Open data of a questionnaire: contents of the archive, what it leaves out, and its licence. */
export const OpenData = ({ questionnaire: { slug, number } }: { questionnaire: { slug: string; number: number } }) => (
  <Row heading={m.export_open_title()} id="open-data">
    <p className="prose">{m.export_open_lead()}</p>
    <p className="prose quiet">{m.export_open_not()}</p>
    <p>
      <Download href={paths.openDataFile(slug)}>{m.export_open_take({ number })}</Download>
    </p>
    <p className="quiet">{m.export_open_licence()}</p>
  </Row>
);

import { m } from "@cahier/schema/messages";
import { filePaths } from "../../filePaths.ts";
import { Download } from "../../ui/Download.tsx";

interface Props {
  /** Of an objective, by its slug, or of one key point, by its id. */
  objective?: string;
  keyPoint?: string;
}

/** Public files of key points: passages as tables and, for an objective, its codebook. */
export function KeyPointFiles({ objective, keyPoint }: Props) {
  const passages = (file: "passages.csv" | "passages.ods") =>
    objective ? filePaths.objectiveFile(objective, file) : filePaths.keyPointFile(keyPoint!, file);
  return (
    <div className="flow no-print">
      <h3>{objective ? m.export_key_points_title() : m.export_key_point_title()}</h3>
      <ul className="cluster">
        <li>
          <Download href={passages("passages.csv")}>{m.export_passages_csv()}</Download>
        </li>
        <li>
          <Download href={passages("passages.ods")}>{m.export_passages_ods()}</Download>
        </li>
        {objective && (
          <li>
            <Download href={filePaths.objectiveFile(objective, "key-points.qdc")}>{m.export_codebook_qdc()}</Download>
          </li>
        )}
      </ul>
      <p className="prose quiet">
        {m.export_passages_lead()} {objective && m.export_codebook_help()}
      </p>
    </div>
  );
}

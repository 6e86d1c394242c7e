import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { basenameOf } from "../../i18n/locale.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import styles from "./Sent.module.css";

/** The code: to be read, copied, printed, sent to oneself. One that stood on a sheet of paper only reads. */
export function Receipt({ code, title, readingOnly }: { code: string; title: string; readingOnly?: boolean }) {
  const prefix = basenameOf(getLocale()).replace(/\/$/, "");
  return (
    <Card tone="now">
      <p>{m.response_code()}</p>
      <p className={styles.code} translate="no">
        {code}
      </p>
      <p className="quiet">{readingOnly ? m.response_code_note_reading() : m.response_code_note()}</p>
      <div className="cluster">
        <CopyButton text={code} />
        <PrintButton />
        <ShareButton url={prefix + paths.trail(code)} title={title}>
          {m.response_share()}
        </ShareButton>
      </div>
    </Card>
  );
}

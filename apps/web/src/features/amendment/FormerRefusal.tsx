import { m } from "@cahier/schema/messages";
import type { AmendmentPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";

type Refusal = NonNullable<NonNullable<AmendmentPage["amendment"]>["formerRefusal"]>;

/** A refusal that was taken back, and both reasons. */
export const FormerRefusal = ({ on, reason, takenBackOn, because }: Refusal) => (
  <div className="flow">
    <p>{m.amendment_refused_before({ date: formatDate(on) })}</p>
    {reason ? (
      <p className="prose" lang={contentLang()}>
        {reason}
      </p>
    ) : (
      <p>{m.curation_joined_reason()}</p>
    )}
    <p>{m.amendment_refused_no_more({ date: formatDate(takenBackOn) })}</p>
    <p className="prose" lang={contentLang()}>
      {because}
    </p>
  </div>
);

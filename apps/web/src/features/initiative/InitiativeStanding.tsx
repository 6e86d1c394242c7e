import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../../ui/Notice.tsx";
import type { Standing } from "./initiative.labels.ts";

interface Props {
  slug: string;
  standing: Standing;
  reason: string | null;
  sameAs: { slug: string; name: string } | null;
}

const sentences: Record<Standing, () => string> = {
  PROPOSED: m.initiative_standing_PROPOSED,
  HELD: m.initiative_standing_HELD,
  RETURNED: m.initiative_standing_RETURNED,
  DECLINED: m.initiative_standing_DECLINED,
  VALIDATED: m.initiative_standing_VALIDATED,
};

/** State of a sheet, for the person who proposed it. */
export const InitiativeStanding = ({ slug, standing, reason, sameAs }: Props) => (
  <Notice tone={standing === "VALIDATED" ? "done" : standing === "RETURNED" ? "warn" : "info"}>
    <p>{sentences[standing]()}</p>
    {reason && (
      <blockquote className="verbatim" lang={contentLang()}>
        {reason}
      </blockquote>
    )}
    {sameAs && (
      <p>
        {m.initiative_same_as()}{" "}
        <Link to={paths.initiative(sameAs.slug)} lang={contentLang()}>
          {sameAs.name}
        </Link>
      </p>
    )}
    {(standing === "VALIDATED" || standing === "PROPOSED") && (
      <p>
        <Link to={paths.initiative(slug)}>{m.initiative_see()}</Link>
      </p>
    )}
  </Notice>
);

import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { CoverageNote } from "../../features/objective/CoverageNote.tsx";
import type { ProposalPage } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { contentLang } from "../../i18n/content.ts";

/** The objectives whose words a proposal rests on, and the regions that were heard. */
export const ProposalOrigin = ({
  proposal: { objectives, coverage },
}: {
  proposal: Pick<NonNullable<ProposalPage["proposal"]>, "objectives" | "coverage">;
}) => (
  <div className="flow">
    {objectives.length > 0 && (
      <>
        <h3>{m.proposal_objectives()}</h3>
        <ul>
          {objectives.map(({ id, slug, number, name }) => (
            <li key={id}>
              <Link to={paths.objective(slug)}>
                {m.objective_number({ number })}
                {m.ui_colon()}
                <span lang={contentLang()}>{name}</span>
              </Link>
            </li>
          ))}
        </ul>
      </>
    )}
    <CoverageNote coverage={coverage} />
  </div>
);

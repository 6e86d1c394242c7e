import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { ModerationFiguresPage, ModerationFiguresPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Months } from "../../features/moderation/Months.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<ModerationFiguresPage, ModerationFiguresPageVariables> = gql`
  query ModerationFiguresPage {
    moderationFigures {
      logLines
      logHash
      ...Months_figures @unmask
    }
    groups {
      id
      slug
      name
      smallTeam
    }
  }
  ${Months.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Figures of moderation by month and by reason, and the end of its log. */
export function Component() {
  const { moderationFigures: figures, groups } = useReadQuery(useLoaderData<typeof loader>()).data;
  const small = groups.filter(({ smallTeam }) => smallTeam);
  const { logLines, logHash } = figures;
  return (
    <Ruled>
      <PageHead title={m.moderation_figures_title()} lead={<p>{m.moderation_figures_lead()}</p>} />
      <Row heading={m.moderation_figures_months()} note={m.moderation_figures_note()}>
        <Months figures={figures} />
      </Row>
      {small.length > 0 && (
        <Row heading={m.theme_small_teams()} note={m.theme_small_teams_note()}>
          <ul>
            {small.map(({ id, slug, name }) => (
              <li key={id}>
                <Link to={`${paths.group(slug)}#team`} lang={contentLang()}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Row>
      )}
      <Row heading={m.moderation_log()} note={m.moderation_log_note()}>
        <p>{m.moderation_log_lead({ count: logLines })}</p>
        {logHash && (
          <p>
            <code>{logHash}</code>
          </p>
        )}
      </Row>
    </Ruled>
  );
}

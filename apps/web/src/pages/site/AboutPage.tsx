import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { noticeOf } from "../../features/instance/legal.ts";
import { Said } from "../../features/instance/LegalText.tsx";
import { organiser } from "../../features/instance/organiser.fragment.tsx";
import type { AboutPage } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Line } from "../../ui/Part.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<AboutPage> = gql`
  query AboutPage {
    instance {
      id
      ...Organiser_instance @unmask
    }
    groups {
      id
      slug
      name
      finalGoal
      archivedOn
    }
  }
  ${organiser}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** « Qui sommes-nous » : who holds the site and how to reach them, the groups at work and their goal, what is promised. */
export function Component() {
  const { instance, groups } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [editor, , contact] = noticeOf(instance);
  const atWork = groups.filter(({ archivedOn }) => !archivedOn);
  return (
    <Ruled>
      <PageHead title={m.about_title()} lead={<p>{m.home_lead()}</p>} />
      {[editor!, contact!].map(({ heading, text }) => (
        <Row heading={heading} key={heading}>
          <Said text={text} />
        </Row>
      ))}
      {atWork.length > 0 && (
        <Row heading={m.vocabulary_groups()}>
          <ul lang={contentLang()}>
            {atWork.map(({ id, slug, name, finalGoal }) => (
              <Line key={id}>
                <h3>
                  <Link to={paths.group(slug)}>{name}</Link>
                </h3>
                <p className="prose">{finalGoal}</p>
              </Line>
            ))}
          </ul>
        </Row>
      )}
      <Row heading={m.about_rules()}>
        <p className="prose">{m.home_limits()}</p>
        <div className="cluster">
          <More to={paths.legal()}>{m.shell_legal()}</More>
          <More to={paths.privacy()}>{m.shell_privacy()}</More>
          <More to={paths.rights()}>{m.rights_see()}</More>
          <More to={paths.accessibility()}>{m.shell_accessibility()}</More>
        </div>
      </Row>
    </Ruled>
  );
}

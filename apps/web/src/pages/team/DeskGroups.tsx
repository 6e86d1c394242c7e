import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { launchSteps } from "../../features/launch/launchSteps.ts";
import type { DeskGroups_query } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";

const fragment: TypedDocumentNode<DeskGroups_query> = gql`
  fragment DeskGroups_query on Query {
    viewerCan {
      launchGroups
    }
    groups {
      id
      slug
      name
      state
      launchStep
      viewerCan {
        run
      }
    }
  }
`;

interface Props {
  groups: DeskGroups_query["groups"];
  /** May begin one more. */
  launches: boolean;
}

/** The groups that one runs or prepares, each with its door. */
export function DeskGroups({ groups, launches }: Props) {
  const own = groups.filter(({ viewerCan }) => viewerCan.run);
  if (own.length === 0 && !launches) return null;
  return (
    <Row heading={m.launch_desk()} id="groups">
      {launches && <p>{m.launch_desk_lead()}</p>}
      <ul className="flow">
        {own.map(({ id, slug, name, state, launchStep }) => (
          <li key={id} lang={contentLang()}>
            {state === "PREPARING" ? (
              <More to={paths.groupLaunch(slug, launchSteps[launchStep - 1]!)}>{m.launch_desk_resume({ name })}</More>
            ) : (
              <More to={paths.group(slug)}>{name}</More>
            )}
          </li>
        ))}
      </ul>
      {launches && (
        <p>
          <ButtonLink to={paths.groupNew()}>{m.launch_title()}</ButtonLink>
        </p>
      )}
    </Row>
  );
}

DeskGroups.fragment = fragment;

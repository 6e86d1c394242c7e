import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { launchSteps } from "../../features/launch/launchSteps.ts";
import type { DeskGroups_query } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Door } from "./DeskDoor.tsx";

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
    <Door id="groups" heading={m.launch_desk()} {...(launches && { lead: m.launch_desk_lead() })}>
      {own.map(({ id, slug, name, state, launchStep }) => (
        <span lang={contentLang()} key={id}>
          {state === "PREPARING" ? (
            <More to={paths.groupLaunch(slug, launchSteps[launchStep - 1]!)}>{m.launch_desk_resume({ name })}</More>
          ) : (
            <More to={paths.group(slug)}>{name}</More>
          )}
        </span>
      ))}
      {launches && <More to={paths.groupNew()}>{m.launch_title()}</More>}
    </Door>
  );
}

DeskGroups.fragment = fragment;

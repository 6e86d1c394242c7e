import { m } from "@cahier/schema/messages";
import { plain } from "@cahier/schema/text/plain";
import type { TeamBar } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";

/** Something to do, with the page where it is done. */
export interface Act {
  name: string;
  to: string;
}

/** Acts that the viewer may begin from anywhere, by their rights. */
export function actsOf({ viewerCan: can, group }: TeamBar): Act[] {
  const asked = group?.openQuestionnaire;
  const all: (Act | false | null | undefined)[] = [
    can.read && { name: m.team_act_read(), to: paths.reading() },
    can.read && { name: m.team_act_key_point(), to: paths.readingKeyPoints() },
    can.read && { name: m.team_act_synthesis(), to: `${paths.reading()}#syntheses` },
    asked?.viewerCan.enterPaper && { name: m.team_act_paper(), to: paths.paper(asked.slug) },
    can.compose && { name: m.team_act_questionnaire(), to: paths.questionnairesWrite() },
    can.announceMeetings && { name: m.team_act_meeting(), to: paths.meetingNew({ group: group?.slug }) },
    can.announceMeetings && { name: m.team_act_document(), to: paths.documentNew() },
    can.keepInterlocutors && { name: m.team_act_interlocutor(), to: paths.interlocutorNew() },
    can.importTexts && { name: m.team_act_import(), to: paths.textImports() },
    can.giveRoles && { name: m.team_act_invite(), to: `${paths.people()}#invite` },
    can.launchGroups && { name: m.team_act_group(), to: paths.groupNew() },
    can.runInstance && { name: m.team_act_instance(), to: paths.instance() },
  ];
  return all.filter((act) => !!act);
}

/** Those whose name holds all the words that are typed. */
export function named<It extends { name: string }>(all: readonly It[], typed: string): It[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return all.filter(({ name }) => words.every((word) => plain(name).includes(word)));
}

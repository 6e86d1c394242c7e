import { m } from "@cahier/schema/messages";
import { paths } from "../paths.ts";

/** The parts of the site, and the addresses that belong to each. */
export const sections = [
  { to: paths.questionnaires(), label: m.shell_nav_answer, covers: /^\/questionnaires/ },
  {
    to: paths.contributions(),
    label: m.shell_nav_read,
    covers: /^\/(contributions|notebooks|syntheses|key-points|objectives|initiatives)/,
  },
  { to: paths.proposals(), label: m.shell_nav_proposals, covers: /^\/(proposals|interlocutors|handovers)/ },
  { to: paths.meetings(), label: m.shell_nav_meetings, covers: /^\/(meetings|documents|schedule)/ },
  { to: paths.territories(), label: m.shell_nav_territories, covers: /^\/territories/ },
  { to: paths.follow(), label: m.shell_nav_follow, covers: /^\/follow/ },
] as const;

/** `page` on the page itself, `true` within its section. */
export const currentFor = (to: string, covers: RegExp, pathname: string) =>
  pathname === to ? "page" : covers.test(pathname) ? "true" : undefined;

import { m } from "@cahier/schema/messages";
import { paths } from "../paths.ts";

/** The four doors of the site, and the addresses that belong to each: in the header, and under the thumb on a telephone. */
export const sections = [
  { to: paths.questionnaires(), label: m.shell_nav_answer, icon: "pen", covers: /^\/questionnaires/ },
  {
    to: paths.contributions(),
    label: m.shell_nav_read,
    icon: "speech",
    covers:
      /^\/(contributions|notebooks|syntheses|key-points|objectives|initiatives|proposals|interlocutors|handovers|territories|search)/,
  },
  {
    to: paths.meetings(),
    label: m.shell_nav_calendar,
    icon: "calendar",
    covers: /^\/(meetings|documents|schedule)/,
  },
  { to: paths.follow(), label: m.shell_nav_mine, icon: "path", covers: /^\/(follow|watching)/ },
] as const;

/** `page` on the page itself, `true` within its section. */
export const currentFor = (to: string, covers: RegExp, pathname: string) =>
  pathname === to ? "page" : covers.test(pathname) ? "true" : undefined;

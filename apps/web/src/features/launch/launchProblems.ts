import { m } from "@cahier/schema/messages";
import { alsoSay, type LaunchCode, type Sentences } from "../../ui/problems.ts";

/** Messages for people who prepare a group. */
export const sayLaunchProblems = () =>
  alsoSay({
    OBJECTIVE_ASKED: m.problem_OBJECTIVE_ASKED,
    IN_THE_PAST: m.problem_IN_THE_PAST,
    REASON_NEEDED: m.problem_REASON_NEEDED,
    TOO_CLOSE: m.problem_TOO_CLOSE,
    NOT_NOW: m.problem_NOT_NOW,
  } satisfies Sentences<LaunchCode | "IN_THE_PAST" | "REASON_NEEDED" | "TOO_CLOSE" | "NOT_NOW">);

import { m } from "@cahier/schema/messages";
import { alsoSay, type DocumentCode, type Sentences } from "../../ui/problems.ts";

/** Messages of those who put documents on line. */
export const sayDocumentProblems = () =>
  alsoSay({
    NOT_A_DOCUMENT: m.problem_NOT_A_DOCUMENT,
    OVER_20_MB: m.problem_OVER_20_MB,
    SAME_FILE: m.problem_SAME_FILE,
  } satisfies Sentences<DocumentCode>);

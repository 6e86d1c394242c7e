import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import type { Problem } from "../../ui/problems.ts";

/** The way to the questionnaire that is to be closed first, where an act was refused because of it. */
export function AskedBy({ problems }: { problems: readonly Problem[] }) {
  const slug = problems.find(({ code }) => code === "OBJECTIVE_ASKED")?.value;
  return slug && <More to={paths.questionnaireWrite(slug)}>{m.launch_asked()}</More>;
}

import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  objective: { slug: string; number: number; question: string };
}

/** Above the title of a synthesis: the objective that it answers. */
export const ObjectiveKicker = ({ objective }: Props) => (
  <Link to={paths.objective(objective.slug)}>
    {m.synthesis_kicker(objective)}
    {m.ui_colon()}
    <span lang={contentLang()}>{objective.question}</span>
  </Link>
);

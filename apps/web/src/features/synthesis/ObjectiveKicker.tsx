import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  objective: { slug: string; number: number; question: string };
  /** The title under it. */
  title: string;
}

/** Above the title of a synthesis: the objective that it answers, and its question where the title is another. */
export const ObjectiveKicker = ({ objective, title }: Props) => (
  <Link to={paths.objective(objective.slug)}>
    {m.synthesis_kicker(objective)}
    {title !== objective.question && (
      <>
        {m.ui_colon()}
        <span lang={contentLang()}>{objective.question}</span>
      </>
    )}
  </Link>
);

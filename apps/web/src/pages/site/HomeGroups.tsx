import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { HomePage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Row } from "../../ui/Ruled.tsx";

/** The groups of this site that are at work, with what each asks today. */
export const HomeGroups = ({ groups }: Pick<HomePage, "groups">) => (
  <Row heading={m.vocabulary_groups()}>
    <ul className="flow" lang={contentLang()}>
      {groups.map(
        ({ id, slug, name, archivedOn, openQuestionnaire: open }) =>
          !archivedOn && (
            <li key={id}>
              <Link to={paths.group(slug)}>{name}</Link>
              {open && (
                <>
                  {" · "}
                  <Link to={paths.questionnaire(open.slug)}>{open.title}</Link>
                </>
              )}
            </li>
          ),
      )}
    </ul>
  </Row>
);

import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useInstance } from "../../frame/instance.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import type { Questionnaire } from "./question.ts";
import { useSaidLang } from "./saidIn.ts";

/** Beside the questions: why they are asked, where one starts from, who will see the answer, how else to give it. */
export function Aside({ questionnaire }: { questionnaire: Questionnaire }) {
  const { slug, startingPoint, intro, publishedAlone } = questionnaire;
  const { france } = useInstance();
  const lang = useSaidLang();
  return (
    <aside className="questionnaire-aside" aria-label={m.questionnaire_aside()}>
      <p className="questionnaire-wide" lang={lang}>
        {intro}
      </p>
      <p>{m.questionnaire_promise()}</p>
      {publishedAlone && <p className="quiet">{m.questionnaire_published_alone()}</p>}
      <Disclosure summary={m.questionnaire_who()}>
        <p>{france ? m.questionnaire_who_published() : m.questionnaire_who_published_own()}</p>
        <p>
          {m.questionnaire_who_team()} {m.questionnaire_who_follow()}
        </p>
      </Disclosure>
      <Disclosure summary={m.questionnaire_start()}>
        <p className="questionnaire-narrow" lang={lang}>
          {intro}
        </p>
        {startingPoint && (
          <>
            {startingPoint.words && <p lang={contentLang()}>{startingPoint.words}</p>}
            <p>
              <Link to={paths.synthesis(startingPoint.synthesis.slug)} lang={contentLang()}>
                {startingPoint.synthesis.title}
              </Link>
            </p>
          </>
        )}
      </Disclosure>
      <Disclosure summary={m.questionnaire_otherwise()}>
        <p>
          <Link to={paths.questionnairePrint(slug)}>{m.questionnaire_otherwise_paper()}</Link>
        </p>
        <p>
          <Link to={paths.meetings()}>{m.questionnaire_otherwise_meeting()}</Link>
        </p>
      </Disclosure>
    </aside>
  );
}

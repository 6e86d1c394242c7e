import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import { askedOf, type Composition } from "./composition.tsx";
import { flawWords } from "./flaws.ts";
import { Life } from "./Life.tsx";
import { stateNames, stateTones } from "./names.ts";

/** Where a questionnaire stands, what it still lacks, and what can be done next. */
export function Publication({ composition }: { composition: Composition }) {
  const { questionnaire: it, flaws, template } = composition;
  const { opensAt, closesAt, state, pausedReason } = it;
  return (
    <Card as="section" tone={state === "OPEN" ? "now" : "sheet"}>
      <p className="cluster">
        <Chip tone={stateTones[state]}>{template ? m.studio_is_template() : stateNames[state]()}</Chip>
        <span>
          {m.studio_from()} <When date={opensAt} format="time" /> {m.studio_until()}{" "}
          <When date={closesAt} format="time" />
        </span>
      </p>
      {pausedReason && (
        <p>
          {m.studio_paused_because()} {pausedReason}
        </p>
      )}
      {it.publishedAlone && <p className="quiet">{m.studio_published_alone()}</p>}
      {flaws.length > 0 ? <Flaws composition={composition} /> : state === "DRAFT" && <Ready />}
      <Life composition={composition} />
    </Card>
  );
}

const Ready = () => (
  <p className="studio-saved">
    <Icon name="tick" size={18} /> {m.studio_nothing_missing()}
  </p>
);

/** What is missing, each line a link to where it is written. */
function Flaws({ composition }: { composition: Composition }) {
  const { flaws, questionnaire, sections } = composition;
  const asked = askedOf(sections);
  return (
    <Notice tone="warn">
      <p>
        <b>{m.studio_missing({ count: flaws.length })}</b>
      </p>
      <ul className="studio-flaws">
        {flaws.map(({ questionId, code }) => {
          const { say, field, view } = flawWords(code);
          const composed = asked.find(({ id }) => id === questionId);
          const to = composed
            ? `${paths.composition(questionnaire.slug, { question: composed.id })}${field ? `#${field}` : ""}`
            : paths.composition(questionnaire.slug, { view: view === "questions" ? null : view });
          return (
            <li key={`${questionId} ${code}`}>
              <Link to={to}>
                {composed && (
                  <>
                    {composed.question.code} <span lang={contentLang()}>{composed.question.label}</span>
                    {m.ui_colon()}
                  </>
                )}
                {say()}
              </Link>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

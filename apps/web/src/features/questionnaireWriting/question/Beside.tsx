import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { contentLang } from "../../../i18n/content.ts";
import { conditionSentence } from "../../../i18n/conditions.ts";
import { More } from "../../../ui/More.tsx";
import { useMedia } from "../../../ui/useMedia.ts";
import { paths } from "../../../paths.ts";
import type { Question } from "../composed.tsx";
import { PreviewContext } from "./PreviewContext.ts";
import { type QuestionFields, questionOf } from "./questionFields.ts";

interface Props {
  slug: string;
  question: Question;
  mine: QuestionFields;
  /** The questions asked before it, as its condition names them. */
  before: readonly Question[];
}

/** The question as whoever answers will see it, as it is typed: beside its form where there is room, else above it, folded. */
export function Beside({ slug, question, mine, before }: Props) {
  const draw = use(PreviewContext);
  const wide = useMedia("(min-width: 1200px)");
  const [opened, setOpened] = useState(false);
  if (!draw) return null;
  const condition = conditionSentence(mine.visibleIf, before);
  return (
    <details
      className="questionnaireWriting-beside"
      open={wide || opened}
      onToggle={(event) => !wide && setOpened(event.currentTarget.open)}
    >
      <summary>{m.questionnaireWriting_beside()}</summary>
      <div className="questionnaireWriting-stack">
        {condition && <p className="quiet">{condition}</p>}
        <div lang={contentLang()}>{draw(questionOf(question, mine))}</div>
        <More to={paths.questionnairePreview(slug)}>{m.questionnaireWriting_preview()}</More>
      </div>
    </details>
  );
}

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { QuestionField } from "./QuestionField.tsx";
import { PostedField } from "../posted/PostedField.tsx";
import type { Question } from "../question.ts";

const question = {
  id: "q1",
  code: "4.9",
  type: "SHORT_TEXT",
  label: "4.8 À qui faut-il le demander ?",
  rationale: "Une proposition sans destinataire reste un vœu.",
  visibility: "PUBLIC",
  options: [],
  rows: [],
  scale: [],
  exclusiveValues: [],
} as unknown as Question;

test("a question has one number, the one its words bear: no second one stands beside « Pourquoi cette question »", () => {
  const draft = { answers: {}, conflicts: {} } as never;
  const none = () => undefined;
  const props = { question, regions: [], needed: false };
  const scripted = createElement(QuestionField, { ...props, draft, onAnswer: none, onSettle: none });
  const posted = createElement(PostedField, { ...props, answers: {}, condition: null });
  for (const html of [scripted, posted].map((element) => renderToStaticMarkup(element))) {
    expect(html).toContain("4.8 À qui");
    expect(html).toContain("Pourquoi cette question");
    expect(html).not.toContain("4.9");
  }
});

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { m } from "@cahier/schema/messages";
import { OwnActs } from "../../features/response/OwnActs.tsx";
import { ReactionFollow } from "./ReactionFollow.tsx";

type Own = Parameters<typeof ReactionFollow>[0]["own"];

const reaction = (status: string) => {
  const said = { id: "r", kind: "SUPPORT", text: "", source: null, status, reactedOn: "2026-11-01", reply: null };
  const own = { code: "abc", ruling: null, answered: null, joined: [], reaction: said } as unknown as Own;
  return renderToStaticMarkup(createElement(ReactionFollow, { own, address: "http://ici/abc" }));
};

it("a reaction that was withdrawn says so, and no longer how to take it back", () => {
  const page = reaction("WITHDRAWN");
  expect(page).toContain(m.reaction_own_WITHDRAWN());
  expect(page).not.toContain("permet de la retirer");
});

it("a response that was withdrawn offers nothing more, one from paper neither: nobody is sent to the team to take it back", () => {
  const acts = (status: string) => {
    const receipt = { readingOnly: true, status } as unknown as Parameters<typeof OwnActs>[0]["receipt"];
    return renderToStaticMarkup(createElement(OwnActs, { receipt }));
  };
  expect(acts("VISIBLE")).toContain(m.problem_READING_ONLY());
  expect(acts("WITHDRAWN")).toBe("");
});

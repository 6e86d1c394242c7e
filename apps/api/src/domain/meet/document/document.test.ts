import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";

const api = seededApi();

test("templates have sections to fill, papers have a text made safe", async () => {
  const { data, errors } = await api.ask(
    "{ documents { slug kind title html sections { label } reactions { text } } }",
  );
  expect(errors).toBeUndefined();
  const templates = data.documents.filter((it: { kind: string }) => it.kind === "TEMPLATE");
  expect(templates).toHaveLength(8);
  for (const { html, sections } of templates) {
    expect(html).toBeNull();
    expect(sections.length).toBeGreaterThan(0);
  }
  const [paper] = data.documents.filter((it: { kind: string }) => it.kind === "PAPER");
  expect(paper.html).toMatch(/^<p>|^<blockquote>/);
});

test("the site says that it is a demonstration, how far its dates were moved, and what day it is", async () => {
  const { data } = await api.ask("{ instance { demonstration shiftWeeks today } }");
  expect(data.instance.demonstration).toBe(true);
  expect(data.instance.shiftWeeks).toBeGreaterThan(0);
  expect(data.instance.today).toMatch(/^\d{4}-\d\d-\d\d$/);
});

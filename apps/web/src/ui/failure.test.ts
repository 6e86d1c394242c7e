import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CombinedGraphQLErrors, ServerError } from "@apollo/client";
import { errorCodes } from "@cahier/schema/errors";
import { m } from "@cahier/schema/messages";
import { expect, test } from "vitest";
import { failureSentence } from "./failure.ts";
import { problemSentence } from "./problems.ts";

const refused = (code: string) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message: "x", extensions: { code, requestId: "12ab" } }] });
const answered = (status: number, headers: Record<string, string> = {}) => {
  const response = new Response("{}", { status, headers });
  return [response, new ServerError("x", { response, bodyText: "{}" })];
};

test("each code of the API is told as what it is, never as a network that does not answer", () => {
  for (const code of errorCodes)
    expect({ code, said: failureSentence(refused(code)) }).toEqual({
      code,
      said: expect.stringMatching(/^Rien n’a été enregistré\u00a0: /),
    });
  expect(failureSentence(refused("FORBIDDEN"))).toBe(m.problem_error_FORBIDDEN());
  expect(failureSentence(refused("UNAUTHENTICATED"))).toBe(m.problem_error_UNAUTHENTICATED());
  expect(failureSentence(refused("INTERNAL"))).toContain("12ab");
  expect(failureSentence(refused("NEWER_THAN_THIS_PAGE"))).toContain("12ab");
});

test("an answer without GraphQL is told by its status, and too much too soon with when to come back", () => {
  for (const [status, sentence, headers] of [
    [401, m.problem_error_UNAUTHENTICATED()],
    [403, m.problem_error_FORBIDDEN()],
    [413, m.problem_error_too_large()],
    [429, m.problem_error_wait({ minutes: 3 }), { "retry-after": "150" }],
    [500, m.problem_error_INTERNAL({ id: "–" })],
    [503, m.problem_error_UNAVAILABLE()],
  ] as const)
    expect(answered(status, headers).map(failureSentence)).toEqual([sentence, sentence]);
  const tooMany = (value: string) => problemSentence({ code: "TOO_MANY_TRIES", field: null, value });
  expect([tooMany("40"), tooMany("3600")]).toEqual([
    m.problem_TOO_MANY_TRIES({ value: "40" }),
    m.problem_TOO_MANY_TRIES_minutes({ value: 60 }),
  ]);
});

test("where nobody answered, `Failed` says so, and never that nothing was done: it may have been", () => {
  expect([new TypeError("Failed to fetch"), null, true].map(failureSentence)).toEqual([null, null, null]);
  const web = join(import.meta.dirname, "..");
  const said = globSync("**/*.tsx", { cwd: web }).flatMap((file) =>
    [...readFileSync(join(web, file), "utf8").matchAll(/<Failed [^>]*>\s*\{m\.(\w+)\(\)\}/g)].map(([, name]) => name!),
  );
  const words = m as unknown as Record<string, (inputs: object, options: { locale: "fr" | "en" }) => string>;
  const sentences = said.flatMap((name) => (["fr", "en"] as const).map((locale) => words[name]!({}, { locale })));
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter((sentence) => /^(Rien n’|Nothing )/.test(sentence))).toEqual([]);
});

/** Words for a network that does not answer, kept for `Failed`, which tells a refusal as what it is. */
const silence =
  /m\.(?:synthesis_not_done|[a-zA-Z]+_(?:failed|not_saved|not_sent|not_told|not_reached|failed_to_ask))\(\)/;

test("no component says that nobody answered without looking at the cause", () => {
  const web = join(import.meta.dirname, "..");
  const blind = globSync("**/*.tsx", { cwd: web }).flatMap((file) =>
    [...readFileSync(join(web, file), "utf8").matchAll(/^.*$/gm)]
      .map(([line]) => line.trim())
      .filter(
        (line, at, lines) =>
          silence.test(line) && !/<Failed|<Why|failureSentence|failed=\{m|sorry=\{m/.test(line + (lines[at - 1] ?? "")),
      )
      .map((line) => `${file}: ${line}`),
  );
  expect(blind).toEqual([]);
});

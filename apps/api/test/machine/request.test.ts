import { expect, test, vi } from "vitest";
import { log } from "../../src/platform/log.ts";
import { testApi } from "../site/api.ts";

const api = testApi();

test.each([
  [
    "more wrong values than are told one by one",
    "query ($kinds: [DocumentKind!]!) { library(kinds: $kinds) { total } }",
    { kinds: Array.from({ length: 3000 }, () => null) },
  ],
  [
    "a condition that is neither true nor false",
    "query ($on: Boolean = false) { instance @include(if: $on) { name } }",
    { on: null },
  ],
])("%s: the request is wrong, the site is not, and its log says nothing of it", async (_, query, variables) => {
  const said = vi.spyOn(log, "error");
  const { errors } = await api.ask(query, variables);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(["BAD_USER_INPUT"]));
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

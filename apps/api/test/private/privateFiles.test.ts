import { expect, test } from "vitest";
import { forms, withCanaries } from "./canaries.ts";
import { walkedApi } from "../site/demo.ts";
import { finderOf } from "./found.ts";
import { taken } from "../walks/taken.ts";

const api = walkedApi();
const canaries = withCanaries(api);

test("files hold no secret: none in the open data; no name, address or hidden word in files of a team", async () => {
  const files = await taken(
    api.database,
    canaries.map(({ value }) => value),
  );
  const find = finderOf(
    files.flatMap(({ secret }) => secret),
    forms,
  );
  const leaks = files.flatMap(({ path, content, secret }) => {
    const leaked = find(content);
    return secret.filter((value) => leaked.has(value)).map((value) => `${path}: ${value}`);
  });
  expect(files.length).toBeGreaterThan(60);
  expect(leaks).toEqual([]);
});

import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { matchRoutes } from "react-router-dom";
import { expect, test, vi } from "vitest";
import { pageIn } from "./frame/frame.tsx";
import { routes } from "./site.routes.tsx";
import { teamPages } from "./team.routes.tsx";

// Routes are read, and nothing is drawn: four thousand messages need not be loaded.
vi.mock("@cahier/schema/messages", () => ({ m: {} }));

const site = routes[0]!.children![0]!.children!;
const pages = [...teamPages, ...site];
const idsOf = (all: typeof pages) => all.flatMap(({ id }) => id ?? []).toSorted();
const filesIn = (folder: string) =>
  globSync(`pages/${folder}/*Page.tsx`, { cwd: import.meta.dirname }).map((file) => basename(file, ".tsx"));

test("a misspelt page stops the site where pages are rendered", () => {
  expect(() => pageIn({})("MetingsPage", "/meetings")).toThrow("There is no page MetingsPage in this document.");
});

test("a page stands in the folder of its document, and has an address there", () => {
  expect(idsOf(site)).toEqual(filesIn("site").toSorted());
  expect(idsOf(teamPages)).toEqual([...filesIn("team"), ...filesIn("link")].toSorted());
});

test("an address that a mail gives is that of a page", () => {
  const api = join(import.meta.dirname, "../../api/src");
  const written = globSync("domain/**/*.ts", { cwd: api }).flatMap((file) =>
    [...readFileSync(join(api, file), "utf8").matchAll(/(?:siteAddress\(\w+|\baddress\(), ?[`"](\/[^`"]*)[`"]/g)].map(
      ([, path]) => path!.replaceAll(/\$\{[^}]*\}/g, "x").replace(/[?#].*/, ""),
    ),
  );
  expect(written.length).toBeGreaterThan(6);
  expect(written.filter((path) => !matchRoutes(pages, path)?.at(-1)?.route.id)).toEqual([]);
});

test("a page of the team is not taken for the name of something on the site", () => {
  const fixed = teamPages.flatMap(({ path }) => (path && !/[:*]/.test(path) ? [path] : []));
  expect(fixed).toContain("/documents/new");
  expect(fixed.filter((path) => matchRoutes(site, path)?.at(-1)?.route.id)).toEqual([]);
});

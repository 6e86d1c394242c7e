import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { onceEach, SearchedSelect } from "./SearchedSelect.tsx";

const drawn = (rows: string[], chosen: string | null, first: string[] = []) =>
  renderToStaticMarkup(
    createElement(SearchedSelect<string>, {
      name: "of",
      label: "Lequel",
      finding: { words: "quai", setWords: () => {}, search: "quai" },
      find: { label: "Chercher", help: "Des mots", found: "2 trouvés" },
      rows,
      first: { heading: "D’abord", rows: first, others: "Les autres" },
      value: (row) => row,
      text: (row) => row,
      none: "Aucun",
      chosen,
      except: (row) => row === "z",
    }),
  );
const offered = (html: string) => [...html.matchAll(/<option[^>]* value="([^"]+)"/g)].map(([, value]) => value);

test("what was chosen stays among what is offered, once, though the search that followed does not find it", () => {
  const html = drawn(["a", "z", "b", "a"], "c");
  expect(offered(html)).toEqual(["c", "a", "b"]);
  expect(html).toMatch(/value="c" selected/);
  expect(html).toContain("2 trouvés");
  expect(offered(drawn(["a", "c"], "c", ["c", "d"]))).toEqual(["c", "d", "a"]);
  expect(onceEach(["b", "a", "b"], (one) => one)).toEqual(["b", "a"]);
});

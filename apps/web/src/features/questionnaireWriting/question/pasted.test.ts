import { expect, it } from "vitest";
import { linesOf, pastedList } from "./pasted.ts";

const room = { room: 200, longest: 300 };

it("makes one choice of each line, without bullets, numbers, spaces or empty lines", () => {
  const text = "  - Le prix \r\n•\tLe temps\n\n3. La distance\n(4) Le choix\nb) L’envie\n☐ Rien du tout\n   ";
  const lines = ["Le prix", "Le temps", "La distance", "Le choix", "L’envie", "Rien du tout"];
  expect(pastedList(text, room)).toEqual({ lines, twice: [], long: [], beyond: 0 });
});

it("takes no word for a mark: a number, a decimal, an initial, a word with a dash", () => {
  const lines = ["12 ans", "3.5 km", "A. Dupont", "Sous-préfecture", "2024 - 2025", "-"];
  expect(linesOf(lines.join("\n"))).toEqual(lines);
});

it("names what is there already or comes twice, whatever its capitals, once each", () => {
  const { lines, twice } = pastedList("Oui\nNon\noui\nNON\nnon", { ...room, known: [" Oui "] });
  expect({ lines, twice }).toEqual({ lines: ["Non"], twice: ["Oui", "oui", "NON", "non"] });
});

it("stops at what there is room for, names what is too long, and reads 100,000 spaces as nothing", () => {
  const many = Array.from({ length: 230 }, (_, index) => `Choix ${index}`).join("\n");
  const found = pastedList(`${"x".repeat(301)}\n${many}`, { ...room, room: 150 });
  expect(found).toMatchObject({ beyond: 80, long: [`${"x".repeat(60)}…`] });
  expect(found.lines).toHaveLength(150);
  expect(pastedList(" ".repeat(100_000), room).lines).toEqual([]);
  expect(pastedList(`a${"\n".repeat(50_000)}b${" ".repeat(50_000)}`, room).lines).toEqual(["a", "b"]);
});

import { plain } from "@cahier/schema/text/plain";
import { wordsOf } from "../../../platform/text/stems.ts";
import type { Interlocutor } from "./interlocutor.entity.ts";

type Known = Pick<Interlocutor, "name" | "level" | "territoryId">;

/** From how much on two offices may be the same. */
const enough = 0.45;

/** Dice coefficient: the share that two sets have in common, from 0 to 1. */
function common(a: Set<string>, b: Set<string>): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((one) => b.has(one)).length;
  return (2 * shared) / (a.size + b.size);
}

const stemsOf = (name: string) => new Set(wordsOf(name).map(({ stem }) => stem));

/** Stretches of three letters: a slip of the keyboard changes three of them, not a whole word. */
function stretches(name: string): Set<string> {
  const text = ` ${plain(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `;
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
}

/**
 * Likeness of two offices, from 0 to 1: by the words of their names or their letters, less where their levels or
 * territories differ, since two prefectures are two offices.
 */
export function nearness(a: Known, b: Known): number {
  const names = Math.max(common(stemsOf(a.name), stemsOf(b.name)), common(stretches(a.name), stretches(b.name)));
  const level = a.level === b.level ? 1 : 0.8;
  const territory = a.territoryId === b.territoryId ? 1 : a.territoryId && b.territoryId ? 0.5 : 0.9;
  return names * level * territory;
}

/** Offices of the register that may be the one typed, the nearest first. */
export const likeliest = <Row extends Known>(typed: Known, register: Row[], most = 5): Row[] =>
  register
    .map((row) => ({ row, score: nearness(typed, row) }))
    .filter(({ score }) => score >= enough)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ row }) => row);

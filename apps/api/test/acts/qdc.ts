import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Element, parsed } from "./office.ts";

const hex = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const isGuid = (text: string) => new RegExp(`^(${hex}|\\{${hex}\\})$`).test(text);
const isColor = (text: string) => /^#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})$/.test(text);
const isBoolean = (text: string) => /^(true|false|0|1)$/.test(text);

interface Rule {
  /** Attributes: those it needs, those it may have, and what they hold. */
  needs?: Record<string, (text: string) => boolean>;
  mayHave?: Record<string, (text: string) => boolean>;
  /** Children in their order: how many at least and at most. */
  children?: [name: string, least: number, most: number][];
  /** True if the element holds text. */
  words?: boolean;
}

const any = () => true;

/** Rules of the REFI-QDA Codebook schema (1.5, part 5.2), by element. */
const rules: Record<string, Rule> = {
  CodeBook: {
    mayHave: { origin: any, xmlns: (text) => text === "urn:QDA-XML:codebook:1.0" },
    children: [
      ["Codes", 1, 1],
      ["Sets", 0, 1],
    ],
  },
  Codes: { children: [["Code", 1, Infinity]] },
  Sets: { children: [["Set", 1, Infinity]] },
  Code: {
    needs: { guid: isGuid, name: any, isCodable: isBoolean },
    mayHave: { color: isColor },
    children: [
      ["Description", 0, 1],
      ["Code", 0, Infinity],
    ],
  },
  Set: {
    needs: { guid: isGuid, name: any },
    children: [
      ["Description", 0, 1],
      ["MemberCode", 0, Infinity],
    ],
  },
  MemberCode: { needs: { guid: isGuid } },
  Description: { words: true },
};

/** Breaches of the standard's schema in a codebook, in words; none where it is valid. */
export function flawsOf(xml: string): string[] {
  const flaws: string[] = [];
  const [root] = parsed(xml).children.filter((child): child is Element => typeof child !== "string");
  if (!xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) flaws.push("Not said to be UTF-8.");
  if (root?.name !== "CodeBook") return [...flaws, `${root?.name} is the root.`];
  if (root.attributes.xmlns !== "urn:QDA-XML:codebook:1.0") flaws.push("Not in the namespace of the standard.");
  check(root, flaws);
  return flaws;
}

function check({ name, attributes, children }: Element, flaws: string[]) {
  const rule = rules[name];
  if (!rule) {
    flaws.push(`${name} is unknown.`);
    return;
  }
  for (const needed of Object.keys(rule.needs ?? {}))
    if (attributes[needed] === undefined) flaws.push(`${name} lacks ${needed}.`);
  for (const [key, value] of Object.entries(attributes)) {
    const holds = rule.needs?.[key] ?? rule.mayHave?.[key];
    if (!holds?.(value)) flaws.push(`${name} has ${key}="${value}".`);
  }
  const elements = children.filter((child): child is Element => typeof child !== "string");
  if (!rule.words && children.some((child) => typeof child === "string" && child.trim()))
    flaws.push(`${name} holds words.`);
  const order = (rule.children ?? []).map(([child]) => child);
  const places = elements.map((child) => order.indexOf(child.name));
  if (places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0)))
    flaws.push(`${name} holds ${elements.map((child) => child.name).join(", ")}.`);
  for (const [child, least, most] of rule.children ?? []) {
    const count = elements.filter((one) => one.name === child).length;
    if (count < least || count > most) flaws.push(`${name} holds ${count} ${child}.`);
  }
  for (const child of elements) check(child, flaws);
}

/** The public XSD, where this machine has it beside xmllint: `REFI_QDA_CODEBOOK_XSD` says where. */
export const publicXsd = process.env.REFI_QDA_CODEBOOK_XSD;

/** Checks a codebook against the public XSD; answers with the errors of xmllint. */
export function asXmllintSees(xml: string): string {
  const folder = mkdtempSync(join(tmpdir(), "codebook-"));
  try {
    const file = join(folder, "it.qdc");
    writeFileSync(file, xml);
    execFileSync("xmllint", ["--noout", "--nonet", "--schema", publicXsd!, file], { stdio: "pipe" });
    return "";
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

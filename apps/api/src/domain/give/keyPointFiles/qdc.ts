import { createHash } from "node:crypto";
import { escaped } from "../../../platform/files/xml.ts";

/** A code of a codebook, and those under it. */
export interface Code {
  /** A UUID. */
  id: string;
  name: string;
  /** `#RRGGBB`; null where it has none. */
  color: string | null;
  description: string | null;
  codes: Code[];
}

/** Codes that go together, whatever stands under what. */
export interface CodeSet {
  name: string;
  codeIds: string[];
}

const namespace = "urn:QDA-XML:codebook:1.0";

/**
 * A codebook as a REFI-QDA .qdc file, which the software of researchers opens: written from the standard (REFI-QDA 1.5,
 * part 5.2). The order of the elements is its schema's; a codebook has one code at least, and no set is empty.
 */
export function qdc(codes: readonly Code[], sets: readonly CodeSet[]): string {
  const [first] = codes;
  if (!first) throw new Error("A codebook has one code at least.");
  const written = sets.filter(({ codeIds }) => codeIds.length > 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="${namespace}" origin="Cahier commun">`,
    "  <Codes>",
    ...codes.flatMap((code) => linesOf(code, "    ")),
    "  </Codes>",
    ...(written.length
      ? ["  <Sets>", ...written.flatMap((set) => setLines(set, idOf(first.id, set.name))), "  </Sets>"]
      : []),
    "</CodeBook>",
    "",
  ].join("\n");
}

/** Ends of lines in a name are blanks: an attribute keeps none. */
const attribute = (text: string) => escaped(text.replace(/\s+/g, " ").trim());

function linesOf({ id, name, color, description, codes }: Code, indent: string): string[] {
  const begin = `${indent}<Code guid="${id}" name="${attribute(name)}" isCodable="true"${color ? ` color="${color}"` : ""}`;
  if (!description && codes.length === 0) return [`${begin}/>`];
  return [
    `${begin}>`,
    ...(description ? [`${indent}  <Description>${escaped(description)}</Description>`] : []),
    ...codes.flatMap((code) => linesOf(code, `${indent}  `)),
    `${indent}</Code>`,
  ];
}

const setLines = ({ name, codeIds }: CodeSet, id: string) => [
  `    <Set guid="${id}" name="${attribute(name)}">`,
  ...codeIds.map((codeId) => `      <MemberCode guid="${codeId}"/>`),
  "    </Set>",
];

/** A set has no id of its own: the same set of the same codebook has the same one each time. */
function idOf(codeId: string, name: string) {
  const hex = createHash("sha256").update(`${codeId} ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

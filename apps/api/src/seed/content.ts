import { readFileSync } from "node:fs";

const folder = new URL("./content/", import.meta.url);

/** A text of the content folder. */
export const text = (file: string) => readFileSync(new URL(file, folder), "utf8");

/** Reads a file of the content folder, in the shape that the caller names. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export const content = <Shape>(file: string) => JSON.parse(text(file)) as Shape;

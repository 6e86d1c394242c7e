import { expect } from "vitest";
import { bringTexts } from "../../src/domain/listen/textImport/bring.ts";
import { receiveFile } from "../../src/domain/listen/textImport/receive.commands.ts";
import { readRows } from "../../src/domain/listen/textImport/rows.ts";
import { createContext } from "../../src/platform/context.ts";
import type { Viewer } from "../../src/platform/viewer.ts";
import { acting } from "./acting.ts";
import type { testApi } from "../site/api.ts";
import { holderOf } from "../site/people.ts";

/** Fields asked of an import. */
export const fields = `textImport { id state preset rowCount readCount written changed unchanged leftAsIs held faultCount standingCount
  mapping { kind id text title author territory territoryKind date original source }
  faults { line code value } unknownValues { about said count } samples { line title author place on text } }`;

/** Mapping of the columns of these files. */
export const reading = {
  kind: "NOTEBOOK",
  idColumns: ["commune", "n"],
  textColumns: ["texte"],
  titleColumns: ["titre"],
  author: "structure",
  territory: "lieu",
  territoryKind: "DEPARTMENT",
  date: "date",
  original: "lien",
  source: "Cahiers d’essai",
  licence: "Licence Ouverte 2.0",
  attribution: "Les communes",
  values: [],
};

/** The columns of these files. */
export const head = "commune;n;titre;structure;lieu;date;lien;texte";

/** Sends files to the group of the demonstration, and brings them. */
export function importing(api: ReturnType<typeof testApi>) {
  const act = acting(api);
  const rapporteur = () => holderOf(api.database, "RAPPORTEUR");

  /** Sends a file to the group of the demonstration; the id of its import. */
  async function send(content: string | Buffer, viewer: Viewer, fileName = "cahiers.csv") {
    const read = await readRows(Buffer.from(content));
    const { run } = createContext(api.database, { viewer });
    const done = await run((tx) => receiveFile(tx, { read, key: "", group: "circuits-courts", fileName }));
    expect(done.problems).toEqual([]);
    return done.textImport!.id;
  }

  /** Reads, runs and brings a file; what the import then says. */
  async function bring(content: string | Buffer, more: object = {}, viewer?: Viewer) {
    const who = viewer ?? (await rapporteur());
    const id = await send(content, who);
    const mapped = await act("mapTextImport", { id, ...reading, ...more }, fields, who);
    expect(mapped.problems).toEqual([]);
    expect((await act("runTextImport", { id }, fields, who)).problems).toEqual([]);
    await bringTexts(api.database);
    const { data } = await api.ask(`query ($id: ID!) { textImport(id: $id) { ${fields.slice(13, -2)} } }`, { id }, who);
    return data.textImport;
  }

  return { act, rapporteur, send, bring };
}

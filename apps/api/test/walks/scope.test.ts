/** Two groups and two regions: a role in one of them reads no more of the other than whoever holds none. */
import { beforeAll, expect, test } from "vitest";
import { type HeldRole, viewerOf } from "../../src/platform/viewer.ts";
import { walkedApi } from "../site/demo.ts";
import { team, withElsewhere } from "./elsewhere.ts";
import { everyRow } from "./everyRow.ts";
import { personWith } from "../site/people.ts";
import { type ToldField, walk } from "./walk.ts";

const api = walkedApi();
const elsewhere = withElsewhere(api);
let asked: Record<string, object[]>;
let nothing: Set<string>;
beforeAll(async () => {
  asked = await everyRow(api.database, ["le", "canary"]);
  nothing = new Set((await read([])).map(said));
});

async function read(roles: HeldRole[]): Promise<ToldField[]> {
  const id = await personWith(api.database, []);
  const { told } = await walk(api.database, viewerOf({ id, displayName: "Ana", language: "fr" }, roles), asked);
  return told.filter(({ path, value }) => value !== 0 && typeof value !== "boolean" && !path.startsWith("viewer."));
}
const said = ({ path, value }: ToldField) => `${path.split(".").at(-1)} ${JSON.stringify(value)}`;

/** Of no group and no region; and the setting of the group elsewhere, under which its moderators publish. */
const shared = /^organisation|^moderationDesk\.reviews\.mode$/;
/** The words of a public questionnaire, as they are printed, and its group: anybody's may be begun from. */
const open = /^paperDesk\.editions\.definition$|^questionnaireDesk\.sources\.groupName$/;

/** An organisation that waits to be confirmed, which is of no group, and the cursor that ends with it. */
const ofNoGroup = ({ path, value }: ToldField) =>
  path.startsWith("matters.") && (/^(?:ORGANISATION|\/organisations\/)/.test(String(value)) || /Cursor$/.test(path));

test.each([
  ["group", () => team.map((role) => ({ role, groupId: elsewhere.groupId, territoryId: null }))],
  ["region", () => [{ role: "REFERENT" as const, groupId: null, territoryId: elsewhere.territoryId }]],
  ["group and region", () => team.map((role) => ({ role, ...elsewhere }))],
])(
  "whoever holds roles in another %s reads no word, id or figure that whoever holds none does not",
  async (_, roles) => {
    const told = await read(roles());
    const known = (one: ToldField) => nothing.has(said(one)) || shared.test(one.path) || open.test(one.path);
    const more = told.filter((one) => !known(one) && !ofNoGroup(one));
    expect(more.map(({ path, value }) => `${path}: ${JSON.stringify(value)}`)).toEqual([]);
  },
  60_000,
);

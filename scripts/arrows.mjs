// Counts the arrows between rooms of the API: imports that go up, rooms that meet in a cycle, and SQL that names a
// table of a room above, or writes to a table of any other room.
//
//   node scripts/arrows.mjs [--plan house.json] [--moves moves.tsv] [--root .] [--list] [--room NAME]
//
// Reads the checkout it is run in. `--moves` reads it as if the files had been moved already. Exits 1 where a count is
// above what the plan allows, or where an allowed exception no longer exists.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { lineAt, sqlOf, statesOf } from "./arrows.sql.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const root = option("root", ".");
const planFile = option("plan", join(dirname(fileURLToPath(import.meta.url)), "house.json"));
const plan = JSON.parse(readFileSync(planFile, "utf8"));
const { base } = plan;

/** Every TypeScript file of the API that is not a test, by its path in the moved tree. */
const moves = movesOf(option("moves", null));
const files = walk(join(root, base))
  .map((path) => relative(root, path).replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !/\.(test|generated)\.ts$|(^|\/)fixture\.ts$/.test(path))
  .map((path) => ({ path: moved(path), from: path, text: readFileSync(join(root, path), "utf8") }));

/** Rooms from the lowest to the highest, each with its floor: where the plan knows no wings, each room is a wing. */
const order = plan.wings.flatMap(({ wing, rooms }) => rooms.map((room) => ({ wing, room })));
const wings = plan.wings.map(({ wing }) => wing);
const unknown = new Set();

/** Files of each room, tests among them: a room of too many parts along its types. */
const sizes = new Map();
for (const path of walk(join(root, base)).filter((each) => each.endsWith(".ts"))) {
  const { wing, room } = placeOf(moved(relative(root, path).replaceAll("\\", "/")));
  sizes.set(`${wing}/${room}`, (sizes.get(`${wing}/${room}`) ?? 0) + 1);
}

/** Features of the web, and the parts of those that were parted: each folder with the files that stand right in it. */
const featureSizes = new Map();
for (const path of walk(join(root, plan.features))) {
  const folder = dirname(relative(join(root, plan.features), path)).replaceAll("\\", "/");
  featureSizes.set(folder, (featureSizes.get(folder) ?? 0) + 1);
}

const inBase = files.map((file) => ({ ...file, ...placeOf(file.path) }));
const tables = tablesOf(inBase);
const byOldPath = new Map(inBase.map((file) => [file.from, file]));

const arrows = [];
for (const file of inBase) {
  for (const { specifier, line, typeOnly } of importsOf(file.text)) {
    const target = byOldPath.get(posix.normalize(posix.join(posix.dirname(file.from), specifier)));
    if (target && target.room !== file.room) arrows.push({ kind: "import", file, target, line, typeOnly });
  }
}
const statements = [];
for (const file of inBase) {
  for (const { table, line, writes } of sqlOf(file.text)) {
    const owner = tables.get(table);
    if (owner && owner.room !== file.room)
      statements.push({ kind: writes ? "write" : "read", file, target: owner, table, line });
  }
}

/** Tables by the object that declares them: `db.insert(Contributions, …)` outside its room writes as much as SQL does. */
const objects = new Map(
  inBase.flatMap((file) =>
    [...file.text.matchAll(/export const (\w+) = new EntitySchema/g)].map(([, name]) => [name, file]),
  ),
);
for (const file of inBase)
  for (const match of file.text.matchAll(
    /(?:\.(?:insert|update|delete|upsert|save|increment|into)\(|\binsert(?:Once|All)\([\w.]+,)\s*([A-Z]\w+)\b/g,
  )) {
    const owner = objects.get(match[1]);
    if (owner && owner.room !== file.room)
      statements.push({
        kind: "write",
        orm: true,
        file,
        target: owner,
        table: match[1],
        line: lineAt(file.text, match.index),
      });
  }

/** States of another room's rows typed out in SQL: their owner says them, as a fragment. */
for (const file of inBase)
  for (const { table, line } of statesOf(file.text)) {
    const owner = tables.get(table);
    const isOfAll = owner && owner.room !== file.room && file.room !== "moderation";
    if (isOfAll) statements.push({ kind: "state", file, target: owner, table, line });
  }

const rank = new Map(order.map(({ room }, at) => [room, at]));
const floor = (room) => rank.get(room) ?? -1;
const isUp = ({ file, target }) => wings.indexOf(target.wing) > wings.indexOf(file.wing);
const isUpWithin = ({ file, target }) => target.wing === file.wing && floor(target.room) > floor(file.room);

const names = { from: ({ file }) => `${file.wing}/${file.room}`, to: ({ target }) => `${target.wing}/${target.room}` };
const pairs = (list) => new Set(list.map((it) => `${names.from(it)} → ${names.to(it)}`));
const excused = new Set();
const isExcused = (it) => {
  const found = (plan.exceptions ?? []).find(
    ({ file, to, kind = "import" }) =>
      kind === ({ import: "import", state: "state" }[it.kind] ?? "sql") &&
      it.file.path.endsWith(file) &&
      names.to(it).endsWith(to),
  );
  if (found) excused.add(found);
  return Boolean(found);
};

const up = arrows.filter(isUp);
const upWithin = arrows.filter(isUpWithin);
const sqlUp = statements.filter((it) => it.kind === "read" && isUp(it));
const sqlWrites = statements.filter(({ kind }) => kind === "write");
const sql = statements.filter(({ kind, orm }) => kind !== "state" && !orm);
const states = statements.filter(({ kind }) => kind === "state");
const folderKnots = knots(arrows);

const figures = {
  files: inBase.length,
  rooms: new Set(inBase.map(({ room }) => room)).size,
  largestRoom: Math.max(...sizes.values()),
  largestFeature: Math.max(...featureSizes.values()),
  imports: arrows.length,
  importPairs: pairs(arrows).size,
  importsUp: up.filter((it) => !isExcused(it)).length,
  importsUpWithinAWing: upWithin.filter((it) => !isExcused(it)).length,
  roomsInCycles: folderKnots.flat().length,
  largestCycle: Math.max(0, ...folderKnots.map((knot) => knot.length)),
  sqlMentions: sql.length,
  sqlPairs: pairs(sql).size,
  sqlUp: sqlUp.filter((it) => !isExcused(it)).length,
  sqlUpPairs: pairs(sqlUp).size,
  writesElsewhere: sqlWrites.filter((it) => !isExcused(it)).length,
  statesElsewhere: states.filter((it) => !isExcused(it)).length,
};

if (process.argv.includes("--list")) {
  const tell = (title, list) => {
    console.log(`\n${title} (${list.length})`);
    for (const it of list)
      console.log(
        `  ${it.file.path.slice(base.length + 1)}:${it.line}  →  ${it.table ?? it.target.path.slice(base.length + 1)}${it.typeOnly ? "  (type)" : ""}`,
      );
  };
  tell("Imports that go up", up);
  tell("Imports that go up within a wing", upWithin);
  tell("SQL that names a table of a room above", sqlUp);
  tell("Writes to a table of another room", sqlWrites);
  tell("States of a table of another room", states);
}
const only = option("room", null);
if (only) {
  for (const it of [...arrows, ...statements].filter(({ file, target }) => file.room === only || target.room === only))
    console.log(
      `  ${it.kind}  ${names.from(it)} → ${names.to(it)}  ${it.file.path.slice(base.length + 1)}:${it.line} ${it.table ?? ""}`,
    );
}

if (process.argv.includes("--pairs")) {
  const counts = new Map();
  for (const it of [...arrows, ...statements]) {
    const pair = `${names.from(it)} → ${names.to(it)}`;
    const count = counts.get(pair) ?? { import: 0, read: 0, write: 0, state: 0 };
    count[it.kind]++;
    counts.set(pair, count);
  }
  for (const [pair, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b)))
    console.log(`  ${pair}  ${Object.values(count).join(" ")}`);
}

const allowed = plan.allowed ?? {};
let failed = false;
for (const [name, count] of Object.entries(figures)) {
  const most = allowed[name];
  const over = most !== undefined && count > most;
  failed ||= over;
  console.log(
    `${over ? "✗" : " "} ${name.padEnd(24)} ${String(count).padStart(5)}${most === undefined ? "" : `   at most ${most}`}`,
  );
}
for (const [feature, size] of featureSizes) if (size > 30) console.log(`  a feature of ${size} files: ${feature}`);
for (const [room, size] of sizes) if (size > 30) console.log(`  a room of ${size} files: ${room}`);
for (const knot of folderKnots) console.log(`  a cycle of ${knot.length}: ${knot.join(" ")}`);
if (unknown.size > 0) {
  console.log(`✗ not in the plan: ${[...unknown].join(" ")}`);
  failed = true;
}
for (const exception of plan.exceptions ?? [])
  if (!excused.has(exception) && !moves.size) {
    console.log(`✗ no longer needed: ${exception.file} → ${exception.to}`);
    failed = true;
  }
process.exitCode = failed ? 1 : 0;

function walk(folder) {
  if (!existsSync(folder)) throw new Error(`No folder ${folder}: run this from the root of the checkout.`);
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

function movesOf(file) {
  if (!file) return new Map();
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(lines.filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t").slice(0, 2)));
}

/** The longest prefix that a line of the moves names, a file or a folder. */
function moved(path) {
  for (let prefix = path; prefix.includes("/"); prefix = prefix.slice(0, prefix.lastIndexOf("/"))) {
    const to = moves.get(prefix);
    if (to !== undefined) return to + path.slice(prefix.length);
  }
  return path;
}

function placeOf(path) {
  const [first, second] = path.slice(base.length + 1).split("/");
  const inWing = wings.includes(first);
  const room = inWing ? second : first;
  const known = order.find((it) => it.room === room && (!inWing || it.wing === first));
  if (inWing && !known) unknown.add(`${first}/${second}`);
  return { wing: inWing ? first : (known?.wing ?? "?"), room };
}

/** Tables by their SQL name: what an entity file declares as `new EntitySchema({ name: "KeyPoint" })`. */
function tablesOf(list) {
  const snake = (name) => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  const found = new Map();
  for (const file of list)
    for (const [, body] of file.text.matchAll(/new EntitySchema(?:<[^>]*>)?\(\{([\s\S]*?)columns:/g)) {
      const name = /\bname: "(\w+)"/.exec(body)?.[1];
      const given = /\btableName: "(\w+)"/.exec(body)?.[1];
      if (name) found.set(given ?? snake(name), file);
    }
  return found;
}

function importsOf(text) {
  const found = [];
  for (const match of text.matchAll(
    /(?:^|\n)(?:import|export)\s+(type\s)?[^;]*?from\s+"(\.[^"]+)"|\bimport\(\s*"(\.[^"]+)"\s*\)/g,
  ))
    found.push({ specifier: match[2] ?? match[3], line: lineAt(text, match.index + 1), typeOnly: Boolean(match[1]) });
  return found;
}

/** Rooms that reach each other, by Tarjan. */
function knots(list) {
  const next = new Map();
  for (const it of list) {
    const from = names.from(it);
    next.set(from, (next.get(from) ?? new Set()).add(names.to(it)));
  }
  const state = new Map();
  const stack = [];
  const found = [];
  const visit = (node) => {
    const it = { at: state.size, low: state.size, open: true };
    state.set(node, it);
    stack.push(node);
    for (const to of next.get(node) ?? []) {
      if (!state.has(to)) it.low = Math.min(it.low, visit(to).low);
      else if (state.get(to).open) it.low = Math.min(it.low, state.get(to).at);
    }
    if (it.low === it.at) {
      const knot = stack.splice(stack.indexOf(node));
      for (const one of knot) state.get(one).open = false;
      if (knot.length > 1) found.push(knot.map((one) => one.split("/")[1]).toSorted((a, b) => a.localeCompare(b)));
    }
    return it;
  };
  for (const node of next.keys()) if (!state.has(node)) visit(node);
  return found;
}

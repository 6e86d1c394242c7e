import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import type { Brought } from "./rows.queries.ts";
import { standingOn } from "./standing.queries.ts";
import { suggested } from "./suggest.ts";
import { mapTextImport, runTextImport, takeBackTextImport } from "./textImport.commands.ts";
import type { TextImport } from "./textImport.entity.ts";
import { textImportPolicy } from "./textImport.policy.ts";
import { isTrying } from "./trying.ts";
import {
  askedAt,
  faultsOf,
  formerOf,
  mappingOf,
  scansNamed,
  sourceOf,
  textImportOf,
  textImports,
} from "./textImport.queries.ts";

/** What its rows became; before they are read, what its trial foresees. */
function countsOf(it: TextImport): Brought {
  const { state, checked, rowCount } = it;
  if (state !== "TO_MAP" || !checked) return it;
  return checked.foreseen ?? { written: rowCount - checked.faultCount, changed: 0, unchanged: 0, leftAsIs: 0 };
}

export const textImportResolvers: Resolvers = {
  Query: {
    textImports: (_, __, context) => textImports(context),
    textImport: (_, { id }, context) => textImportOf(context, id),
  },
  Mutation: {
    mapTextImport: (_, { input }, { run }) => run((tx) => mapTextImport(tx, input)),
    runTextImport: (_, { input }, { run }) => run((tx) => runTextImport(tx, input)),
    takeBackTextImport: (_, { input }, { run }) => run((tx) => takeBackTextImport(tx, input)),
  },
  ViewerRights: {
    importTexts: (_, __, { viewer }) => textImportPolicy.bring(viewer),
  },
  Contribution: {
    source: (it, _, context) => sourceOf(context, it),
  },
  TextImport: {
    group: async ({ groupId }, _, { load }) => (await load(WorkingGroups, groupId))!,
    mapping: (it, _, context) => mappingOf(context, it),
    async readLike(it, _, context) {
      const former = await formerOf(context, it);
      return former && { fileName: former.fileName, source: former.mapping.source };
    },
    preset: (it) => suggested(it).preset,
    trying: (it) => isTrying(it),
    checked: ({ checked }) => checked !== null,
    samples: ({ checked }) => checked?.samples ?? [],
    faults: (it, _, context) => faultsOf(context, it),
    faultCount: ({ state, checked, faultCount }) => (state === "TO_MAP" ? (checked?.faultCount ?? 0) : faultCount),
    askedAt: (it, _, context) => askedAt(context, it),
    written: (it) => countsOf(it).written,
    changed: (it) => countsOf(it).changed,
    unchanged: (it) => countsOf(it).unchanged,
    leftAsIs: (it) => countsOf(it).leftAsIs,
    unknownValues: ({ checked }) => checked?.unknown ?? [],
    scans: (it, _, context) => scansNamed(context, it),
    // Asked again and again while it runs, and of no use then.
    standingCount: ({ id, state }, _, { db }) => (state === "DONE" || state === "TAKEN_BACK" ? standingOn(db, id) : 0),
  },
};

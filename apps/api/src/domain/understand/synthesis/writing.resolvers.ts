import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { keyPointPolicy } from "../keyPoint/keyPoint.policy.ts";
import { Passages } from "../passage/passage.entity.ts";
import { accountingOf, missingIn, passagesLeftOut, setAsideIn, unaccountedIn } from "./accounting.queries.ts";
import { openSynthesis } from "./opening.commands.ts";
import { moveParagraph, removeParagraph, writeParagraph } from "./paragraph.commands.ts";
import { circulateSynthesis, publishSynthesis, reviseSynthesis, undoPublishSynthesis } from "./publishing.commands.ts";
import { bringBack, setAside } from "./setAside.commands.ts";
import { editSynthesis, removeSynthesisVersion } from "./synthesis.commands.ts";
import { mostWords, sourcesOf, wordsOf } from "./sources.queries.ts";
import { isOfTheTeam } from "./synthesis.queries.ts";
import type { SynthesisVersion } from "./synthesis.entity.ts";

/** True for those who write a version, as long as it is written. */
const isWrittenBy = async (context: Context, version: SynthesisVersion) =>
  version.state !== "PUBLISHED" && (await isOfTheTeam(context, version));

export const synthesisWritingResolvers: Resolvers = {
  Mutation: {
    openSynthesis: (_, { input }, { run }) => run((tx) => openSynthesis(tx, input)),
    reviseSynthesis: (_, { input }, { run }) => run((tx) => reviseSynthesis(tx, input)),
    removeSynthesisVersion: (_, { input }, { run }) => run((tx) => removeSynthesisVersion(tx, input)),
    editSynthesis: (_, { input }, { run }) => run((tx) => editSynthesis(tx, input)),
    writeParagraph: (_, { input }, { run }) => run((tx) => writeParagraph(tx, input)),
    moveParagraph: (_, { input }, { run }) => run((tx) => moveParagraph(tx, input)),
    removeParagraph: (_, { input }, { run }) => run((tx) => removeParagraph(tx, input)),
    setAside: (_, { input }, { run }) => run((tx) => setAside(tx, input)),
    bringBack: (_, { input }, { run }) => run((tx) => bringBack(tx, input)),
    circulateSynthesis: (_, { input }, { run }) => run((tx) => circulateSynthesis(tx, input)),
    publishSynthesis: (_, { input }, { run }) => run((tx) => publishSynthesis(tx, input)),
    undoPublishSynthesis: (_, { input }, { run }) => run((tx) => undoPublishSynthesis(tx, input)),
  },
  SynthesisVersion: {
    publishesAt: async (version, _, context) => ((await isWrittenBy(context, version)) ? version.publishesAt : null),
    missing: async (version, _, context) => ((await isWrittenBy(context, version)) ? missingIn(context, version) : []),
    accounting: ({ id }, _, context) => accountingOf(context, id),
    setAside: async (version, _, context) => setAsideIn(context, version.id, await isWrittenBy(context, version)),
    unaccounted: async (version, { first }, context) =>
      (await isWrittenBy(context, version))
        ? (await unaccountedIn(context, version.id)).slice(0, Math.min(Math.max(first ?? 50, 0), mostWords))
        : [],
    sources: async (version, asked, context) =>
      (await isWrittenBy(context, version)) ? sourcesOf(context, version.id, asked) : [],
    words: async (version, asked, context) =>
      (await isWrittenBy(context, version)) ? wordsOf(context, version.id, asked) : [],
  },
  SynthesisSource: {
    keyPoint: async ({ keyPointId }, _, { load }) => (await load(KeyPoints, keyPointId))!,
  },
  SetAside: {
    keyPoint: ({ keyPointId }, _, context) => keyPointOf(context, keyPointId),
    async saidBy({ keyPointId, saidById }, _, context) {
      const [left, says] = await Promise.all([keyPointOf(context, keyPointId), keyPointOf(context, saidById)]);
      // Merged since: it says itself.
      return left?.id === says?.id ? null : says;
    },
    async passage({ passageId }, _, context) {
      const passage = await context.load(Passages, passageId);
      const contribution = await context.load(Contributions, passage?.contributionId);
      return contribution?.status === "VISIBLE" ? passage : null;
    },
    passages: ({ id }, _, context) => passagesLeftOut(context, id),
  },
};

/** A key point, or the one that holds its words since, where the viewer may read it. */
async function keyPointOf({ load, viewer }: Context, id: string | null) {
  const found = await load(KeyPoints, id);
  const keyPoint = found?.mergedIntoId ? await load(KeyPoints, found.mergedIntoId) : found;
  const objective = await load(Objectives, keyPoint?.objectiveId);
  return keyPoint && keyPointPolicy.read(viewer, keyPoint, objective!.groupId) ? keyPoint : null;
}

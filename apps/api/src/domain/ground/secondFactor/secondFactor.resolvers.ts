import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context, Transaction } from "../../../platform/context.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { Refusal } from "../../../platform/refusal.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from "./secondFactor.commands.ts";
import { SecondFactors } from "./secondFactor.entity.ts";
import { secondFactorPolicy } from "./secondFactor.policy.ts";
import { secondsToWait } from "./secondFactor.writes.ts";

/** Runs an act that takes a code: its try is counted apart, so that a refusal does not undo the count. */
async function counted<T extends object>(
  { db, viewer, run }: Context,
  code: string | null | undefined,
  act: (tx: Transaction) => Promise<T>,
) {
  const seconds = code && viewer.id ? await secondsToWait(db, viewer.id) : 0;
  return run((tx) => {
    if (seconds) throw new Refusal("TOO_MANY_TRIES", "code", String(seconds));
    return act(tx);
  });
}

/** True for each holder of a role who has a second factor. */
async function hasFactor({ db, batch }: Context, personId: string) {
  const rows = await batch("second factor: enrolled", async (ids: string[]) => {
    const text = `select p.id from person p join second_factor f on f.person_id = p.id
      where f.secret_sealed is not null and p.id = any($1::uuid[])`;
    return keyed(await db.query<{ id: string }[]>(text, [ids]), (row) => row.id);
  })(personId);
  return Boolean(rows);
}

export const secondFactorResolvers: Resolvers = {
  Query: {
    sessionAwaits: (_, __, { viewer }) => viewer.awaits ?? null,
  },
  Mutation: {
    beginSecondFactor: (_, { input }, context) => counted(context, input.code, (tx) => beginSecondFactor(tx, input)),
    // The secret is the one just shown: there is nothing to guess.
    confirmSecondFactor: (_, { input }, { run }) => run((tx) => confirmSecondFactor(tx, input)),
    endSecondFactor: (_, { input }, context) => counted(context, input.code, (tx) => endSecondFactor(tx, input)),
    renewRecoveryCodes: (_, { input }, context) => counted(context, input.code, (tx) => renewRecoveryCodes(tx, input)),
    resetSecondFactor: (_, { input }, { run }) => run((tx) => resetSecondFactor(tx, input)),
  },
  Viewer: {
    async secondFactor({ id, enrolBy, awaits }, _, { db }) {
      const factor = await db.findOneBy(SecondFactors, { personId: id });
      return {
        enrolledOn: factor?.enrolledOn ?? null,
        recoveryCodesLeft: factor?.recoveryDigest.length ?? 0,
        enrolBy: enrolBy ?? null,
        awaited: awaits === "ENROLMENT",
      };
    },
  },
  RoleGrant: {
    secondFactor: ({ personId }, _, context) =>
      secondFactorPolicy.seeAll(context.viewer) ? hasFactor(context, personId) : null,
  },
};

import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { type Amendment, Amendments } from "../../src/domain/propose/amendment/amendment.entity.ts";
import type { Contribution } from "../../src/domain/listen/contribution/contribution.entity.ts";
import { ProposalVersions } from "../../src/domain/propose/version/version.entity.ts";
import { Supplies, SupplyTakings } from "../../src/domain/propose/supply/supply.entity.ts";
import type { arguedProposals } from "./argued.ts";
import { added, contributionOf, type Small } from "./builders.ts";

/** Amendments and arguments given to proposals, both public and not. */
export async function givenToProposals(
  database: DataSource,
  small: Small,
  { open, draft, statements, initiative }: Awaited<ReturnType<typeof arguedProposals>>,
) {
  const amend = (row: Partial<Amendment>) =>
    added(database, Amendments, {
      key: randomUUID(),
      proposalId: open.id,
      statementId: statements.measure.id,
      part: "MEASURE",
      before: "Une halle le samedi.",
      text: "Deux halles le samedi.",
      why: "Une ne suffit pas.",
      authorName: "Ano",
      territoryId: small.territories.finistere!.id,
      proposedOn: "2026-11-13",
      ...row,
    });
  const [version] = await database.manager.findBy(ProposalVersions, { proposalId: open.id });
  const settled = { settledOn: "2026-11-20", answer: "Merci." };
  const amendments = {
    waits: await amend({}),
    accepted: await amend({
      state: "ACCEPTED",
      acceptedText: "Deux halles.",
      versionNumber: version!.number,
      ...settled,
    }),
    promoted: await amend({ state: "PROMOTED", promotedToId: draft.id, authorName: null, ...settled }),
  };
  const canary = { text: "canari-amendement", why: "canari-raison" };
  await amend({ ...canary, status: "HELD" });
  await amend({ ...canary, status: "HIDDEN" });
  await amend({ ...canary, proposalId: draft.id, statementId: null, before: null });
  await amend({
    text: "",
    why: "",
    before: "canari-avant",
    state: "WITHDRAWN",
    status: "WITHDRAWN",
    wasVisible: true,
    statusOn: "2026-11-21",
  });

  const supply = async (row: Partial<Contribution>, source: string | null, proposalId = open.id) => {
    const { id: contributionId } = await contributionOf(database, small, { authorName: "canari-nom", ...row });
    const unique = { key: randomUUID(), digest: randomUUID(), codeDigest: randomUUID() };
    await database.manager.insert(Supplies, { contributionId, proposalId, slot: "AGAINST", source, ...unique });
    await database.manager.insert(SupplyTakings, {
      contributionId,
      takenAs: "EXAMPLE",
      takenId: initiative.id,
      takenOn: "2026-11-22",
    });
    return contributionId;
  };
  const supplied = await supply({ body: "La halle est déjà pleine." }, "Rapport, p. 4");
  for (const status of ["HELD", "HIDDEN", "UNPUBLISHED", "WITHDRAWN"] as const)
    await supply({ status, body: "canari-argument" }, "canari-source");
  await supply({ body: "Sur un brouillon." }, "canari-source-brouillon", draft.id);
  return { amendments, supplied };
}

import type { BenchFilter } from "../../graphql/resolvers.generated.ts";
import type { Contribution } from "../contribution/contribution.entity.ts";

/** What a rapporteur reads: the contributions of these groups, of all of them when null. */
export interface Bench {
  groups: string[] | null;
}

/** A contribution on the bench, among those of a filter. */
export interface BenchContribution extends Bench {
  contribution: Contribution;
  filter: BenchFilter | null | undefined;
}

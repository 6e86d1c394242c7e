import type { ReactionSubject } from "../../../graphql/resolvers.generated.ts";
import { visible } from "../moderation/status.sql.ts";

/** What anybody may read can be reacted to, and nothing else: where each kind of subject is, and which of them. */
export const subjects: Record<ReactionSubject, string> = {
  CONTRIBUTION: `contribution it where ${visible("it")}`,
  KEY_POINT: "key_point it where it.state = 'STATED'",
  SYNTHESIS: "synthesis it where it.state <> 'DRAFT'",
  SYNTHESIS_PARAGRAPH: `synthesis_paragraph it
    where exists (select from synthesis_version v where v.id = it.version_id and v.state <> 'DRAFT')`,
  PROPOSAL: "proposal it where it.state <> 'DRAFT'",
  DOCUMENT: "document it where true",
  MINUTES: "minutes it where it.state <> 'DRAFT'",
  INITIATIVE: "initiative it where it.status in ('VALIDATED', 'PROPOSED')",
  AMENDMENT: "amendment it where it.status = 'VISIBLE' and it.state = 'PROPOSED'",
};

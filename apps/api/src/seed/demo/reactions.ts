import { Reactions } from "../../domain/ground/reaction/reaction.entity.ts";
import type { ReactionKind, ReactionSubject } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import type { Texts } from "./responses.ts";
import type { Demo } from "./rows.ts";

interface Source {
  id: string;
  targetType: ReactionSubject;
  targetId: string;
  kind: ReactionKind | "AMENDMENT" | "COMMENT";
  author: { displayName: string };
  territory: { departmentCode: string };
  postedAt: string;
  text: string;
  reply?: { at: string; text: string };
  outcome?: "ACCEPTED" | "PENDING";
}

/** A wording proposed qualifies what it is about; a question or a remark completes it. */
const kinds: Record<Source["kind"], ReactionKind> = {
  SUPPORT: "SUPPORT",
  COMPLETE: "COMPLETE",
  QUALIFY: "QUALIFY",
  QUESTION: "QUESTION",
  SOURCE: "SOURCE",
  AMENDMENT: "QUALIFY",
  COMMENT: "COMPLETE",
};

/** Reactions to readable texts, and the team's replies. */
export function reactions({ clock, ids, put, territory }: Demo, texts: Texts) {
  const replyTo = ({ reply, outcome }: Source) => {
    if (reply) return clock.past(reply.at) ? reply.text : null;
    return outcome === "ACCEPTED" ? "Proposition retenue, merci." : null;
  };
  put(
    Reactions,
    content<Source[]>("reactions.json")
      .filter(({ postedAt }) => clock.past(postedAt))
      .map((it) => ({
        id: ids.random(it.id),
        key: `demo-${it.id}`,
        subject: it.targetType,
        subjectId:
          it.targetType === "CONTRIBUTION" ? texts.of(it.targetId)[0]!.contributionId : ids.ordered(it.targetId),
        kind: kinds[it.kind],
        text: it.text,
        authorName: it.author.displayName,
        territoryId: territory("DEPARTMENT", it.territory.departmentCode).id,
        status: "VISIBLE",
        reactedOn: clock.day(it.postedAt),
        reply: replyTo(it),
        fictional: true,
      })),
  );
}

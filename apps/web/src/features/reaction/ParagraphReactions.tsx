import { m } from "@cahier/schema/messages";
import { lazy } from "react";
import { keptReaction } from "./keptReaction.ts";
import { type BehindProps, ReactionsBehind } from "./ReactionsBehind.tsx";
import type { ThreadProps } from "./Thread.tsx";

const Thread = lazy(async () => ({ default: (await import("./Thread.tsx")).Thread }));

type Props = ThreadProps & Omit<BehindProps, "to" | "kept" | "children">;

/** Reactions to a paragraph of a synthesis and the form of a new one. */
export const ParagraphReactions = ({ counts, about, elsewhere, ...thread }: Props) => (
  <ReactionsBehind
    counts={counts}
    about={about}
    to={m.reaction_to_this()}
    elsewhere={elsewhere}
    kept={keptReaction("SYNTHESIS_PARAGRAPH", thread.paragraphId)}
  >
    <Thread {...thread} />
  </ReactionsBehind>
);

import { m } from "@cahier/schema/messages";
import { lazy } from "react";
import type { BlockThreadProps } from "./BlockThread.tsx";
import { keptReaction } from "./keptReaction.ts";
import { type BehindProps, ReactionsBehind } from "./ReactionsBehind.tsx";

const BlockThread = lazy(async () => ({ default: (await import("./BlockThread.tsx")).BlockThread }));

type Props = BlockThreadProps & Pick<BehindProps, "counts" | "about">;

/** Reactions to a block of minutes and the form of a new one. */
export const BlockReactions = ({ counts, about, ...thread }: Props) => (
  <div className="no-print">
    <ReactionsBehind
      counts={counts}
      about={about}
      to={m.reaction_to_block()}
      kept={keptReaction("MINUTES_BLOCK", thread.blockId)}
    >
      <BlockThread {...thread} />
    </ReactionsBehind>
  </div>
);

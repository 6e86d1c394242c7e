import type { ReactionSubject } from "../../graphql/operations.generated.ts";

/** Under which what is typed to react to something is kept on the device, before the kind of reaction. */
export const keptReaction = (subject: ReactionSubject, subjectId: string) => `reaction:${subject}:${subjectId}:`;

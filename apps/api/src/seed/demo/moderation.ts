import { Contributions } from "../../domain/listen/contribution/contribution.entity.ts";
import type { NotRetainedReason } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { numberOf, sourceResponses } from "./pack.ts";
import type { Demo } from "./rows.ts";

interface Source {
  id: string;
  questionnaireId: string;
  status: "PENDING" | "REJECTED" | "WITHDRAWN";
  receivedAt: string;
  displayName: string;
  text: string | null;
  reason?: string;
  notice?: string;
}

const reasons: Record<string, NotRetainedReason> = { DUPLICATE: "ALREADY_SAID", OFF_TOPIC: "OUT_OF_SCOPE" };

/** Texts that wait for a moderator, and hidden ones. Withdrawn ones left nothing to keep. */
export function moderationQueue({ clock, ids, put, theme }: Demo) {
  const queue = content<Source[]>("contributions/moderation-queue.json");
  put(
    Contributions,
    queue.flatMap(({ id, questionnaireId, status, receivedAt, displayName, text, reason, notice }) => {
      if (status === "WITHDRAWN" || !text || !clock.past(receivedAt)) return [];
      const forwarded = notice?.match(/thème (\d+)\)/)?.[1];
      const why = reasons[reason ?? ""] ?? null;
      return {
        id: ids.random(id),
        themeId: theme(11).id,
        responseId: null,
        questionId: null,
        questionRevision: 1,
        channel: "ONLINE" as const,
        body: sameAs(text) ?? text,
        status: status === "PENDING" ? ("HELD" as const) : ("HIDDEN" as const),
        objectiveId: ids.ordered(`obj-${numberOf(questionnaireId)}`),
        appearance: displayName === "Anonyme" ? ("ANONYMOUS" as const) : ("NAMED" as const),
        authorName: displayName === "Anonyme" ? null : displayName,
        organisationType: null,
        territoryId: null,
        regionId: null,
        sectors: [],
        meetingId: null,
        contributedOn: clock.day(receivedAt),
        notRetained: why,
        notRetainedNote: why && (notice ?? null),
        notRetainedOn: why && clock.day(receivedAt),
        forwardedThemeId: why && forwarded ? theme(Number(forwarded)).id : null,
        fictional: true,
      };
    }),
  );
}

/** « [même texte que la réponse c2-12] » stands for that text. */
function sameAs(text: string): string | undefined {
  const name = text.match(/^\[même texte que la réponse (\S+)\]$/)?.[1];
  const response = sourceResponses().find(({ id }) => id === name);
  return Object.values(response?.answers ?? {}).find(
    (value): value is string => typeof value === "string" && value.includes(" "),
  );
}

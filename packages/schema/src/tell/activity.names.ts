import { m } from "@cahier/schema/messages";

/** Acts of each kind with their count, in the order of the chain. */
export const activityNames = {
  QUESTIONNAIRES: m.activity_QUESTIONNAIRES,
  READINGS: m.activity_READINGS,
  PASSAGES: m.activity_PASSAGES,
  KEY_POINTS: m.activity_KEY_POINTS,
  SYNTHESES: m.activity_SYNTHESES,
  PROPOSALS: m.activity_PROPOSALS,
  HANDOVERS: m.activity_HANDOVERS,
  MEETINGS: m.activity_MEETINGS,
  MODERATION: m.activity_MODERATION,
  GROUP: m.activity_GROUP,
};

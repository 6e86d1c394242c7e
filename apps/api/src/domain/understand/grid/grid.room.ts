import { room } from "../../../platform/room.ts";
import { GridAnswers, GridCriteria, GridDecisions, GridReadings } from "./grid.entity.ts";
import { gridResolvers } from "./grid.resolvers.ts";
import { forgetGridReadings } from "./grid.writes.ts";

export const gridRoom = room({
  tables: [GridCriteria, GridReadings, GridAnswers, GridDecisions],
  resolvers: [gridResolvers],
  hears: {
    "contribution.erased": ({ db }, id) => forgetGridReadings(db, id),
    "contribution.rewritten": ({ db }, id) => forgetGridReadings(db, id),
  },
});

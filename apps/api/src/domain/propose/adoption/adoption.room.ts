import { room } from "../../../platform/room.ts";
import { Adoptions, Errata } from "./adoption.entity.ts";
import { adoptionResolvers } from "./adoption.resolvers.ts";

export const adoptionRoom = room({ tables: [Adoptions, Errata], resolvers: [adoptionResolvers] });

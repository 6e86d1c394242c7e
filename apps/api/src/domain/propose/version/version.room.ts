import { room } from "../../../platform/room.ts";
import { ProposalVersions } from "./version.entity.ts";
import { proposalVersionResolvers } from "./version.resolvers.ts";

export const versionRoom = room({ tables: [ProposalVersions], resolvers: [proposalVersionResolvers] });

// First: it says the order of the layers.
import "./ui/tokens.css";
import "./ui/fonts.css";
import "./ui/base.css";
import { teamPolicies } from "./graphql/teamPolicies.ts";
import { start } from "./start.tsx";
import { teamRoutes } from "./team.routes.tsx";
import { sayTeamProblems } from "./shared/teamProblems.ts";

sayTeamProblems();
void start(teamRoutes, { policies: teamPolicies });

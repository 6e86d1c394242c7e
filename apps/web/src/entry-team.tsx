// First: it says the order of the layers.
import "./ui/tokens.css";
import { start } from "./start.tsx";
import { teamRoutes } from "./teamRoutes.tsx";
import { sayTeamProblems } from "./ui/teamProblems.ts";

sayTeamProblems();
start(teamRoutes);

import { m } from "@cahier/schema/messages";
import { sayOrganisationProblems } from "../../shared/organisationProblems.ts";
import { alsoSay } from "../../ui/problems.ts";

sayOrganisationProblems();
alsoSay({ NOT_NOW: m.problem_NOT_NOW });

/** One act on an organisation, whose refusals can be said. */
export { Act } from "../../ui/Act.tsx";

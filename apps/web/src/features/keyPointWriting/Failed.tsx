import { m } from "@cahier/schema/messages";
import { Failed as Why } from "../../ui/Failed.tsx";
import type { Failure } from "../../ui/failure.ts";

/** Neither done nor refused. */
export const Failed = ({ when }: { when: Failure }) => <Why because={when}>{m.keyPointWriting_not_saved()}</Why>;

import { Act, type ActProps } from "../../ui/Act.tsx";
import type { Problem } from "../../ui/problems.ts";
import { sayDocumentProblems } from "./documentProblems.ts";

sayDocumentProblems();

/** One act on a document, whose page is then read again. */
export const DocumentAct = <Data extends Record<keyof Data, { problems: readonly Problem[] }>, Input>(
  props: Omit<ActProps<Data, Input>, "again">,
) => <Act {...props} again={["DocumentEditPage"]} />;

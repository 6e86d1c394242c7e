import { allDrafts, draftPrefix } from "./features/questionnaire/draft/draft.ts";
import { mendLinks } from "./shared/ownLinks.ts";
import { keepOnDevice } from "./ui/device.ts";
import { shelf } from "./ui/shelf.ts";

/**
 * Takes from the disk of this device what a killed browser had kept nowhere else: the private links to what was sent, and
 * the responses that were handed over and still wait to leave.
 */
export async function recover() {
  await Promise.allSettled([mendLinks(), shelf.mend(draftPrefix)]);
  if (allDrafts().some(({ draft }) => draft.waiting)) keepOnDevice("waiting", "yes");
}

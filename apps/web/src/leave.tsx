import type { ApolloClient } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { allDrafts } from "./features/questionnaire/draft/draft.ts";
import { keepSent, submitResponse } from "./features/response/submit.tsx";
import { basenameOf } from "./i18n/locale.ts";
import { paths } from "./paths.ts";
import { newKey } from "./ui/key.ts";
import { Notice } from "./ui/Notice.tsx";
import { shelf } from "./ui/shelf.ts";

/**
 * Hands over the responses that wait on this device, on whatever page one comes back to: that of a questionnaire does it
 * for its own. The result is said at the top of the page.
 */
export async function leave(client: ApolloClient) {
  if (!allDrafts().some(({ draft }) => draft.waiting)) return localStorage.removeItem("waiting");
  for (const { name, draft } of allDrafts()) {
    const { waiting, key, questionnaireId, slug, title } = draft;
    if (!waiting || location.pathname.endsWith(paths.questionnaire(slug))) continue;
    try {
      const { receipt } = await submitResponse(client, questionnaireId, { key, ...waiting });
      if (receipt) {
        await keepSent(receipt);
        await shelf.erase(name).catch(() => undefined);
        say(m.questionnaire_left({ title }), paths.trail(receipt.code), m.response_follow_this());
      } else {
        const savedAt = new Date().toISOString();
        await shelf.keep(name, JSON.stringify({ ...draft, waiting: null, version: newKey(), savedAt }));
        say(m.questionnaire_stayed({ title }), paths.questionnaire(slug, "review"), m.questionnaire_review());
      }
    } catch {
      // Nobody answered: it waits for the next visit.
    }
  }
  return undefined;
}

function say(words: ReactNode, path: string, link: string) {
  const place = document.createElement("div");
  document.getElementById("root")!.before(place);
  const href = basenameOf(getLocale()).replace(/\/$/, "") + path;
  createRoot(place).render(
    <Notice tone="done" live>
      {words} <a href={href}>{link}</a>
    </Notice>,
  );
}

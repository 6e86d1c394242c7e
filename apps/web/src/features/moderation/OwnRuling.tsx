import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { OwnRuling_ruling, RulingOutcome } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { reasonNames } from "../../shared/reasons.ts";
import { OwnAppeal } from "./OwnAppeal.tsx";

const fragment: TypedDocumentNode<OwnRuling_ruling> = gql`
  fragment OwnRuling_ruling on Ruling {
    id
    outcome
    reason
    note
    ruledOn
    former {
      name
      text
    }
    ...OwnAppeal_ruling
  }
  ${OwnAppeal.fragment}
`;

const ownNames: Record<RulingOutcome, (said: { date: string; reason: string }) => string> = {
  SHOWN: m.moderation_own_SHOWN,
  MASKED: m.moderation_own_MASKED,
  HIDDEN: m.moderation_own_HIDDEN,
  ANSWERED: m.moderation_own_ANSWERED,
};

/** Ruling of a moderator, as the author of the text reads it, with the words that were masked. */
export function OwnRuling({ ruling, mayChange }: { ruling: FragmentType<OwnRuling_ruling>; mayChange?: boolean }) {
  const { data: it } = useSuspenseFragment({ fragment, fragmentName: "OwnRuling_ruling", from: ruling });
  const date = formatDate(it.ruledOn);
  const reason = it.reason ? reasonNames[it.reason]().toLowerCase() : "";
  return (
    <Notice tone={it.outcome === "SHOWN" || it.outcome === "ANSWERED" ? "done" : "warn"}>
      <div className="flow">
        <p>
          {ownNames[it.outcome]({ date, reason })}
          {mayChange && it.outcome === "HIDDEN" && ` ${m.moderation_own_rewrite()}`}
        </p>
        {it.note && (
          <p>
            <span lang={contentLang()}>{m.moderation_own_note({ note: it.note })}</span>
          </p>
        )}
        {it.former.length > 0 && (
          <Disclosure summary={m.moderation_own_former()}>
            {it.former.map(({ name, text }) => (
              <p lang={contentLang()} className="verbatim" key={name}>
                {text}
              </p>
            ))}
          </Disclosure>
        )}
        <OwnAppeal ruling={it} />
      </div>
    </Notice>
  );
}

OwnRuling.fragment = fragment;

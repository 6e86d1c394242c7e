import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { EditSheet } from "../../features/initiative/EditSheet.tsx";
import { Judge } from "../../features/initiative/Judge.tsx";
import { initiativeSheet } from "../../features/initiative/fields.tsx";
import { standingNames, standingOf } from "../../features/initiative/initiative.labels.ts";
import { SheetFields } from "../../features/initiative/SheetFields.tsx";
import type { InitiativeJudgePage, InitiativeJudgePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Leave } from "../../ui/Leave.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { UnsavedContext, UnsavedForms } from "../../ui/unsaved.ts";
import { When } from "../../ui/When.tsx";

const query: TypedDocumentNode<InitiativeJudgePage, InitiativeJudgePageVariables> = gql`
  query InitiativeJudgePage($slug: String!) {
    initiative(slug: $slug) {
      id
      state
      status
      proposedOn
      ...InitiativeSheet @unmask
      exampleOf {
        id
        proposal {
          id
          title
        }
      }
      notes {
        agreement
        reason
        carriesContact
        sameAs {
          id
          slug
          name
        }
        near {
          id
          slug
          name
          state
          town
        }
        history {
          id
          event
          on
          actorName
        }
      }
    }
    ...SheetFields_query @unmask
  }
  ${initiativeSheet}
  ${SheetFields.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "initiative");

/** The acts on a sheet that are told, by the name of their event. */
const events: Readonly<Record<string, () => string>> = {
  "initiative.proposed": m.initiative_event_proposed,
  "initiative.resent": m.initiative_event_resent,
  "initiative.returned": m.initiative_event_returned,
  "initiative.validated": m.initiative_event_validated,
  "initiative.declined": m.initiative_event_declined,
  "initiative.edited": m.initiative_event_edited,
  "initiative.imported": m.initiative_event_imported,
};

/** A sheet on the reading desk: judged, then rewritten, with what is near it and what was done to it. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const [forms] = useState(() => new UnsavedForms());
  const { notes, ...it } = data.initiative!;
  if (!notes)
    return (
      <Ruled>
        <PageHead title={it.name} lead={<p>{m.initiative_not_yours()}</p>} />
      </Ruled>
    );
  return (
    <UnsavedContext value={forms}>
      <Ruled>
        <PageHead
          margin={standingNames[standingOf(it)]()}
          note={it.proposedOn && <When date={it.proposedOn} />}
          kicker={<Link to={paths.initiativesJudge()}>{m.initiative_to_judge()}</Link>}
          title={it.name}
          lang={contentLang()}
          lead={<p lang={contentLang()}>{it.summary}</p>}
        >
          {it.status === "VISIBLE" && <More to={paths.initiative(it.slug)}>{m.initiative_see()}</More>}
        </PageHead>
        <Row heading={m.initiative_judging()}>
          {notes.carriesContact && <Notice>{m.initiative_carries_contact()}</Notice>}
          {notes.agreement && (
            <p>
              <b>{m.initiative_field_agreement()}</b> {notes.agreement}
            </p>
          )}
          {notes.reason && (
            <p>
              <b>{m.initiative_reason_given()}</b> <span lang={contentLang()}>{notes.reason}</span>{" "}
              {notes.sameAs && <Link to={paths.initiative(notes.sameAs.slug)}>{notes.sameAs.name}</Link>}
            </p>
          )}
          {notes.near.length > 0 && (
            <Notice>
              <p>{m.initiative_near_team()}</p>
              <ul>
                {notes.near.map(({ id, slug, name, town }) => (
                  <li key={id}>
                    <Link to={paths.initiativeJudge(slug)}>{name}</Link>
                    {town && `, ${town}`}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
          <Judge
            initiative={it}
            near={notes.near.filter(({ state }) => state === "VALIDATED")}
            exampleOf={it.exampleOf}
          />
        </Row>
        <Row heading={m.initiative_edit()}>
          <EditSheet lists={data} initiative={it} agreement={notes.agreement} key={it.id} />
        </Row>
        {notes.history.length > 0 && (
          <Row heading={m.initiative_history()}>
            <ol className="flow">
              {notes.history.map(({ id, event, on, actorName }) => (
                <li key={id}>
                  <When date={on} /> · {events[event]?.() ?? event}
                  {actorName && ` ${m.proposal_history_by({ name: actorName })}`}
                </li>
              ))}
            </ol>
          </Row>
        )}
        <Leave />
      </Ruled>
    </UnsavedContext>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useHref, useLoaderData, useLocation } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { InitiativeStanding } from "../../features/initiative/InitiativeStanding.tsx";
import { ResendForm } from "../../features/initiative/ResendForm.tsx";
import { WithdrawInitiative } from "../../features/initiative/WithdrawInitiative.tsx";
import { initiativeSheet } from "../../features/initiative/fields.tsx";
import { SheetFields } from "../../features/initiative/SheetFields.tsx";
import { OwnRuling } from "../../features/moderation/OwnRuling.tsx";
import type { InitiativeFollowPage, InitiativeFollowPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { standingOf } from "../../features/initiative/initiative.labels.ts";

const query: TypedDocumentNode<InitiativeFollowPage, InitiativeFollowPageVariables> = gql`
  query InitiativeFollowPage($code: String!) {
    proposedInitiative(code: $code) {
      code
      ruling {
        id
        outcome
        ...OwnRuling_ruling
      }
      reason
      agreement
      sameAs {
        id
        slug
        name
      }
      initiative {
        id
        state
        status
        statusOn
        ...InitiativeSheet @unmask
      }
    }
    ...SheetFields_query @unmask
  }
  ${initiativeSheet}
  ${SheetFields.fragment}
  ${OwnRuling.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { code: args.params.code! }, "proposedInitiative");

/** Private link of an initiative somebody proposed: its state. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const { code, ruling, initiative, reason, agreement, sameAs } = data.proposedInitiative!;
  const sent = (useLocation().state as { sent?: boolean } | null)?.sent;
  const address = `${location.origin}${useHref(paths.initiativeFollow(code))}`;
  const gone = initiative.status === "WITHDRAWN";
  return (
    <Ruled>
      <PageHead
        kicker={m.initiative_yours()}
        title={gone ? m.initiative_withdrawn_title() : initiative.name}
        lang={gone ? undefined : contentLang()}
        lead={!gone && <p lang={contentLang()}>{initiative.summary}</p>}
      />
      <Row heading={m.initiative_standing()}>
        {sent && !gone && (
          <Notice tone="done" live>
            {m.initiative_sent()}
          </Notice>
        )}
        {ruling && <OwnRuling ruling={ruling} />}
        {ruling?.outcome !== "HIDDEN" && !gone && (
          <InitiativeStanding
            slug={initiative.slug}
            standing={standingOf(initiative)}
            reason={reason}
            sameAs={sameAs}
          />
        )}
        {!gone && (
          <>
            <p>{m.initiative_link_lead()}</p>
            <p>
              <code>{address}</code>
            </p>
            <CopyButton text={address} />
          </>
        )}
        <WithdrawInitiative {...{ code, initiative }} />
        <More to={paths.initiatives()}>{m.initiative_all()}</More>
      </Row>
      {initiative.state === "RETURNED" && !gone && (
        <Row heading={m.initiative_complete()}>
          <ResendForm lists={data} code={code} initiative={initiative} agreement={agreement} />
        </Row>
      )}
    </Ruled>
  );
}

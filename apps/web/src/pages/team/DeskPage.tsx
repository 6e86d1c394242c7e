import { gql, type TypedDocumentNode } from "@apollo/client";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { HandoverCard } from "../../features/handover/HandoverCard.tsx";
import { receiptNews } from "../../features/response/NewsList.tsx";
import { Chain } from "../../features/chain/Chain.tsx";
import { Introductions } from "../../features/exchange/Introductions.tsx";
import type { DeskPage, DeskPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { Ruled } from "../../ui/Ruled.tsx";
import { comingMeetings } from "./comingMeetings.ts";
import { DeskInbox } from "./DeskInbox.tsx";
import { DeskActions } from "./DeskActions.tsx";
import { DeskFiles } from "./DeskFiles.tsx";
import { DeskGroups } from "./DeskGroups.tsx";
import { DeskEntrusted } from "./DeskEntrusted.tsx";
import { DeskHead } from "./DeskHead.tsx";
import { DeskOrganisations } from "./DeskOrganisations.tsx";
import { DeskOwn } from "./DeskOwn.tsx";

const query: TypedDocumentNode<DeskPage, DeskPageVariables> = gql`
  query DeskPage($group: String, $after: String) {
    matters(after: $after) {
      ...DeskInbox_matters @unmask
    }
    viewer {
      id
      displayName
      toldByMail
      ownRoles {
        id
        role
        endedOn
        territory {
          id
          slug
          name
          meetings {
            id
            slug
            title
            state
            startsAt
          }
        }
      }
      ...DeskOrganisations_viewer @unmask
      carrying {
        id
        carrierConsent
        ...HandoverCard_handover
      }
      carriersOfProposals {
        id
        consent
        proposal {
          id
          slug
          number
          title
        }
      }
      responses {
        code
        receivedOn
        ...ReceiptNews_receipt @unmask
        questionnaire {
          id
          number
          title
        }
      }
    }
    viewerCan {
      keepInterlocutors
      read
      moderate
      judgeInitiatives
      importTexts
      compose
      announceMeetings
      giveRoles
      runInstance
    }
    ...DeskGroups_query @unmask
    ...DeskActions_query @unmask
    exchangeDesk {
      ...Introductions_desk @unmask
    }
    group(slug: $group) {
      id
      slug
      nextMeeting {
        id
        slug
        title
        startsAt
      }
      ...Chain_group @unmask
      viewerCan {
        produce
        keepSchedule
      }
      objectives {
        id
        questionnaire {
          id
          slug
          number
          title
          state
          paperCount
          groupCount
          groupPeople
          viewerCan {
            readResults
            enterPaper
            export
          }
          ...DeskFiles_questionnaire @unmask
        }
      }
    }
  }
  ${DeskInbox.fragment}
  ${Chain.fragment}
  ${Introductions.fragment}
  ${DeskOrganisations.fragment}
  ${DeskGroups.fragment}
  ${DeskFiles.fragment}
  ${HandoverCard.fragment}
  ${receiptNews}
  ${DeskActions.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const { searchParams: chosen } = new URL(args.request.url);
  return preload(args, query, { group: chosen.get("group"), after: chosen.get("after") }, "viewer");
};

/** Desk of a signed-in person: what waits and the chain of their group; what is their own; what they are entrusted with. */
export function Component() {
  const data = useReadQuery(useLoaderData<typeof loader>()).data;
  const { group, groups, matters } = data;
  return (
    <Ruled>
      <DeskHead matters={matters} group={group} />
      <DeskInbox matters={matters} next={comingMeetings(data)} groups={groups.length > 1} />
      {group?.chain && <Chain chain={group.chain} />}
      <DeskOwn viewer={data.viewer!} exchanges={data.exchangeDesk} />
      <DeskEntrusted desk={data} />
    </Ruled>
  );
}

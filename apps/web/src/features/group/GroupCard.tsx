import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { GroupCard_group } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";

const fragment: TypedDocumentNode<GroupCard_group> = gql`
  fragment GroupCard_group on WorkingGroup {
    id
    slug
    name
    finalGoal
    fictional
    openQuestionnaire {
      id
      slug
      estimatedMinutes
    }
  }
`;

/** A group at work: what it is all for, and what can be answered now. */
export function GroupCard({ group }: { group: FragmentType<GroupCard_group> }) {
  const { data } = useSuspenseFragment({ fragment, from: group });
  const { slug, name, finalGoal, fictional, openQuestionnaire } = data;
  return (
    <Card as="article" tone="now">
      <h3 lang={contentLang()}>{name}</h3>
      <p className="prose" lang={contentLang()}>
        {finalGoal}
      </p>
      <p className="cluster">
        {openQuestionnaire && (
          <ButtonLink primary to={paths.questionnaire(openQuestionnaire.slug)}>
            {m.theme_answer({ minutes: openQuestionnaire.estimatedMinutes })} <Icon name="arrow" />
          </ButtonLink>
        )}
        <More to={paths.group(slug)}>{m.theme_group_see()}</More>
        {fictional && <Fictional />}
      </p>
    </Card>
  );
}

GroupCard.fragment = fragment;

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { GroupCard } from "../../features/group/GroupCard.tsx";
import { ThemeCard } from "../../features/theme/ThemeCard.tsx";
import type { ThemePage, ThemePageVariables } from "../../graphql/operations.generated.ts";
import { SourceWords } from "../../features/theme/SourceWords.tsx";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<ThemePage, ThemePageVariables> = gql`
  query ThemePage($slug: String!) {
    theme(slug: $slug) {
      id
      slug
      number
      title
      sourceText
      contributionCount
      group {
        id
        ...GroupCard_group
      }
      axis {
        id
        position
        name
        themes {
          id
          ...ThemeCard_theme
        }
      }
    }
    viewerCan {
      launchGroups
    }
    groups {
      id
      slug
      theme {
        id
        title
      }
    }
  }
  ${GroupCard.fragment}
  ${ThemeCard.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "theme");

/** A theme: the words it comes from, the group at work on it, what was said about it. */
export function Component() {
  const { theme, groups, viewerCan } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { slug, number, title, sourceText, contributionCount, group, axis } = theme!;
  const others = axis.themes.filter(({ id }) => id !== theme!.id);
  return (
    <Ruled>
      <PageHead
        margin={m.theme_number({ number })}
        note={axis.name}
        kicker={
          <Chip axis={axis.position}>
            {m.theme_axis(axis)} · {axis.name}
          </Chip>
        }
        title={title}
        lang={contentLang()}
      >
        {contributionCount > 0 && (
          <div className="cluster">
            <ButtonLink to={paths.contributions({ theme: slug })}>
              {m.theme_read()} · {m.theme_contributions({ count: contributionCount })} <Icon name="arrow" />
            </ButtonLink>
          </div>
        )}
      </PageHead>
      <SourceWords title={title} text={sourceText} />
      <Row heading={m.theme_group()}>
        {group ? (
          <GroupCard group={group} />
        ) : (
          <Empty title={m.theme_no_group()}>
            <p>{m.theme_no_group_text()}</p>
            {viewerCan.launchGroups && (
              <p>
                <ButtonLink to={`/groups/new?theme=${slug}`}>{m.theme_launch()}</ButtonLink>
              </p>
            )}
            {groups.map((other) => (
              <More to={paths.group(other.slug)} key={other.id}>
                {m.theme_see_group_at_work({ theme: other.theme.title })}
              </More>
            ))}
          </Empty>
        )}
      </Row>
      <Row heading={m.theme_same_axis()} margin={m.theme_axis(axis)}>
        <ul className="cards">
          {others.map((other) => (
            <ThemeCard theme={other} axis={axis.position} key={other.id} />
          ))}
        </ul>
      </Row>
    </Ruled>
  );
}

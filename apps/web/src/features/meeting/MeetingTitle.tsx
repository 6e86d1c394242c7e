import { gql, type TypedDocumentNode } from "@apollo/client";
import { Link } from "react-router-dom";
import type { MeetingTitle_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";

const fragment: TypedDocumentNode<MeetingTitle_meeting> = gql`
  fragment MeetingTitle_meeting on Meeting {
    id
    slug
    kind
    number
    title
    startsAt
    place
  }
`;

/** Title of a meeting on its card, which leads to it. Its fragment is what each of the cards says. */
export const MeetingTitle = ({
  meeting: { slug, title },
}: {
  meeting: Pick<MeetingTitle_meeting, "slug" | "title">;
}) => (
  <h3>
    <Link to={paths.meeting(slug)} lang={contentLang()}>
      {title}
    </Link>
  </h3>
);

MeetingTitle.fragment = fragment;

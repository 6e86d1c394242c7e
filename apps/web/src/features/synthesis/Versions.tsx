import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Versions_synthesis } from "../../graphql/operations.generated.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Steps } from "../../ui/Steps.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<Versions_synthesis> = gql`
  fragment Versions_synthesis on Synthesis {
    id
    version
    versions {
      id
      version
      publishedAt
      definition
      causes {
        reaction {
          id
          authorName
          text
        }
        meeting {
          id
          slug
          title
        }
      }
    }
  }
`;

type Version = Versions_synthesis["versions"][number];

/** The versions of a synthesis, from the first to the one in force: what each held, and what changed it. */
export function Versions(props: { synthesis: FragmentType<Versions_synthesis> }) {
  const { versions, version: inForce } = useSuspenseFragment({ fragment, from: props.synthesis }).data;
  return (
    <Steps
      label={m.synthesis_versions()}
      steps={versions.toReversed().map(({ version, publishedAt, definition, causes }) => ({
        key: String(version),
        state: version === inForce ? "now" : "done",
        title: m.synthesis_version_title({ version }),
        note: (
          <>
            {publishedAt && <When date={publishedAt} original />}
            {version === inForce && ` · ${m.synthesis_in_force()}`}
          </>
        ),
        children: (
          <>
            {definition && <p className="prose">{definition}</p>}
            {causes.length > 0 && <Causes causes={causes} />}
          </>
        ),
      }))}
    />
  );
}

Versions.fragment = fragment;

const Causes = ({ causes }: Pick<Version, "causes">) => (
  <div className="prose quiet">
    <p>{m.synthesis_changed_by()}</p>
    <ul>
      {causes.map(
        ({ reaction, meeting }) =>
          (reaction && (
            <li key={reaction.id}>{m.synthesis_changed_reaction({ who: authorOf(reaction), text: reaction.text })}</li>
          )) ??
          (meeting && (
            <li key={meeting.id}>
              <Link to={paths.meeting(meeting.slug)}>{m.synthesis_changed_meeting({ title: meeting.title })}</Link>
            </li>
          )),
      )}
    </ul>
  </div>
);

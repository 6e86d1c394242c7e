import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Trail_contribution } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { notRetainedNames } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";

type Forwarding = Trail_contribution["forwardings"][number];

/** The themes that a contribution was handed to, and what became of it there. */
export const Handed = ({ forwardings }: { forwardings: readonly Forwarding[] }) =>
  forwardings.map((one) => (
    <div key={one.theme.id}>
      <p>
        <Link to={paths.theme(one.theme.slug)}>
          {m.contribution_handed({ theme: one.theme.title, date: formatDate(one.on, "short") })}
        </Link>{" "}
        {one.keyPoints.length > 0 ? m.contribution_handed_says() : thereOf(one)}
      </p>
      <ul>
        {one.keyPoints.map(({ id, sentence }) => (
          <li key={id}>
            <Link to={paths.keyPoint(id)} lang={contentLang()}>
              {sentence}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ));

function thereOf({ readOn, notRetained }: Forwarding) {
  if (notRetained) return m.contribution_handed_stops({ reason: notRetainedNames[notRetained]().toLowerCase() });
  return readOn ? m.contribution_handed_read({ date: formatDate(readOn, "short") }) : m.contribution_handed_waits();
}

import { m } from "@cahier/schema/messages";
import { contentLang } from "../../../i18n/content.ts";
import { Button } from "../../../ui/Button.tsx";
import { useSession } from "./sending.tsx";
import type { Mark } from "./session.ts";

/** Stretch marked in a text, and the passage that the server made of it; null while it is on its way. */
export interface Given extends Mark {
  passageId: string | null;
}

interface Props {
  contributionId: string;
  text: string;
  marks: readonly Given[];
}

/** What is marked in a text, as its reader may see it: each can be taken back. */
export function Marked({ contributionId, text, marks }: Props) {
  const session = useSession();
  if (!marks.length) return null;
  return (
    <section className="flow">
      <h3>{m.reading_already()}</h3>
      <ul className="flow">
        {marks.map(({ passageId, ...mark }) => {
          const quote = text.slice(mark.start, mark.end);
          return (
            <li className="flow" key={`${mark.start} ${mark.end} ${mark.keyPoint.id}`}>
              <blockquote lang={contentLang()}>
                <mark>{quote}</mark>
              </blockquote>
              <p className="cluster quiet">
                <span lang={contentLang()}>{mark.keyPoint.sentence}</span>
                {passageId && (
                  <Button
                    small
                    aria-label={m.reading_unmark_from({ sentence: mark.keyPoint.sentence })}
                    onClick={() => session.takeBack(contributionId, passageId, quote, mark)}
                  >
                    {m.reading_unmark()}
                  </Button>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

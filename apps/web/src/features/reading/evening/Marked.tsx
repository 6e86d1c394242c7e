import { m } from "@cahier/schema/messages";
import { contentLang } from "../../../i18n/content.ts";
import { Button } from "../../../ui/Button.tsx";
import { useSession } from "./sending.tsx";
import type { Mark } from "./session.ts";

/** Stretch marked in a text, and the passage that the server made of it; null while it is on its way. */
export interface Given extends Mark {
  passageId: string | null;
}

/** Marks in the texts of a response that this reader may see; each can be taken back. */
export function Marked({ texts }: { texts: readonly { id: string; body: string; marks: readonly Given[] }[] }) {
  const session = useSession();
  const all = texts.flatMap(({ id, body, marks }) =>
    marks.map(({ passageId, ...mark }) => ({ id, passageId, mark, quote: body.slice(mark.start, mark.end) })),
  );
  if (!all.length) return null;
  return (
    <section className="flow">
      <h3>{m.reading_already()}</h3>
      <ul className="flow">
        {all.map(({ id, passageId, mark, quote }) => (
          <li className="flow" key={`${id} ${mark.start} ${mark.end} ${mark.keyPoint.id}`}>
            <blockquote lang={contentLang()}>
              <mark>{quote}</mark>
            </blockquote>
            <p className="cluster quiet">
              <span lang={contentLang()}>{mark.keyPoint.sentence}</span>
              {passageId && (
                <Button
                  small
                  aria-label={m.reading_unmark_from({ sentence: mark.keyPoint.sentence })}
                  onClick={() => session.takeBack(id, passageId, quote, mark)}
                >
                  {m.reading_unmark()}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

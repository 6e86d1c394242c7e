import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { useNavigate } from "react-router-dom";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Book } from "./Book.tsx";

/** Seeds are short, so that one may be read aloud. */
const most = 99_991;

interface Props {
  /** The address of the version that is read. */
  at: string;
  /** The seed of the draw that is shown; null before the first one. */
  seed: number | null;
  /** Sheets drawn. */
  sheets: readonly { key: string; content: ReactNode }[];
}

/** « Tirer dix réponses au hasard »: an address with a seed, which shows the same ten to everybody. */
export function Draw({ at, seed, sheets }: Props) {
  const navigate = useNavigate();
  const to = (other: number) => `${drawn(at, other)}#draw`;
  // Without scripts each draw leads to the same next one; with them, chance decides.
  const next = (((seed ?? 0) * 7919 + 4729) % most) + 1;
  return (
    <>
      <p className="prose no-print">{m.synthesis_draw_lead()}</p>
      <div className="cluster no-print">
        <ButtonLink
          primary
          to={to(next)}
          preventScrollReset
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            const [chance] = crypto.getRandomValues(new Uint32Array(1));
            void navigate(to((chance! % most) + 1), { preventScrollReset: true });
          }}
        >
          {seed === null ? m.synthesis_draw() : m.synthesis_draw_again()} <Icon name="arrow" />
        </ButtonLink>
        {seed !== null && <ShareButton url={drawn(at, seed)} title={m.synthesis_draw_title()} />}
      </div>
      <output className="quiet">
        {seed !== null && `${m.synthesis_draw_seed({ seed })}. ${saidOf(sheets.length)}`}
      </output>
      {sheets.length > 0 && <Book sheets={sheets} label={m.synthesis_book()} key={seed} />}
    </>
  );
}

/** Address of the ten sheets of a seed. */
const drawn = (at: string, seed: number) => `${at}?draw=${seed}`;

const saidOf = (count: number) => {
  if (!count) return m.synthesis_draw_none();
  return count < 10 ? m.synthesis_draw_few({ count }) : m.synthesis_draw_permalink();
};

import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { useNavigate } from "react-router-dom";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Drawn } from "./Drawn.tsx";

/** Seeds are short, so that one may be read aloud. */
const most = 99_991;

interface ActProps {
  /** The address of the version that is read. */
  at: string;
  /** The seed of the draw that is shown; null before the first one. */
  seed: number | null;
}

/** « Tirer dix réponses au hasard »: leads to an address with a seed, which shows the same ten to everybody. */
export function DrawAct({ at, seed }: ActProps) {
  const navigate = useNavigate();
  const to = (other: number) => `${drawn(at, other)}#draw`;
  // Without scripts each draw leads to the same next one; with them, chance decides.
  const next = (((seed ?? 0) * 7919 + 4729) % most) + 1;
  return (
    <ButtonLink
      primary
      className="no-print"
      to={to(next)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        const [chance] = crypto.getRandomValues(new Uint32Array(1));
        void navigate(to((chance! % most) + 1));
      }}
    >
      {seed === null ? m.synthesis_draw() : m.synthesis_draw_again()} <Icon name="arrow" />
    </ButtonLink>
  );
}

interface Props {
  at: string;
  seed: number;
  /** Sheets drawn. */
  sheets: readonly { key: string; content: ReactNode }[];
}

/** The ten drawn answers of a seed, what became of each, and the way to ten others. */
export const Draw = ({ at, seed, sheets }: Props) => (
  <>
    <p className="prose no-print">{m.synthesis_draw_lead()}</p>
    <div className="cluster no-print">
      <DrawAct at={at} seed={seed} />
      <ShareButton url={drawn(at, seed)} title={m.synthesis_draw_title()}>
        {m.ui_share()}
        <span className="visually-hidden">
          {m.ui_colon()}
          {m.synthesis_draw_title()}
        </span>
      </ShareButton>
    </div>
    <output className="quiet">{`${m.synthesis_draw_seed({ seed })}. ${saidOf(sheets.length)}`}</output>
    {sheets.length > 0 && <Drawn sheets={sheets} label={m.synthesis_drawn_list()} key={seed} />}
  </>
);

/** Address of the ten sheets of a seed. */
const drawn = (at: string, seed: number) => `${at}?draw=${seed}`;

const saidOf = (count: number) => {
  if (!count) return m.synthesis_draw_none();
  return count < 10 ? m.synthesis_draw_few({ count }) : m.synthesis_draw_permalink();
};

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useInstance } from "../../frame/instance.ts";
import type { Introductions_desk } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay, problemSentence } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { When } from "../../ui/When.tsx";
import { answerIntroduction, takeBackIntroduction } from "./exchange.mutations.tsx";
import { directionNames, introductionNames, standingOf } from "./exchange.labels.ts";

alsoSay({ NOT_NOW: m.problem_NOT_NOW });

const fragment: TypedDocumentNode<Introductions_desk> = gql`
  fragment Introductions_desk on ExchangeDesk {
    received {
      id
      state
      askedBy
      askedOn
      text
      exchange {
        id
        title
      }
    }
    asked {
      id
      state
      askedOn
      exchange {
        id
        title
      }
    }
    posted {
      id
      direction
      title
      state
      status
    }
  }
`;

/** Introductions received and asked, and notices posted, of the person signed in. */
export const Introductions = ({ desk: { received, asked, posted } }: { desk: Introductions_desk }) => (
  <>
    {received.length > 0 && (
      <>
        <h3>{m.exchange_desk_received()}</h3>
        <ul className="cards">
          {received.map((introduction) => (
            <Received introduction={introduction} key={introduction.id} />
          ))}
        </ul>
      </>
    )}
    {asked.length > 0 && (
      <>
        <h3>{m.exchange_desk_asked()}</h3>
        <ul className="cards">
          {asked.map((introduction) => (
            <Asked introduction={introduction} key={introduction.id} />
          ))}
        </ul>
      </>
    )}
    {posted.length > 0 && (
      <>
        <h3>{m.exchange_desk_posted()}</h3>
        <ul>
          {posted.map(({ id, direction, title, state, status }) => (
            <li className="cluster" key={id}>
              <span>
                {directionNames[direction]()}
                {m.ui_colon()}
                <Link to={paths.exchange(id)} lang={contentLang()}>
                  {title}
                </Link>
              </span>
              <Chip>{standingOf({ state, status })}</Chip>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

Introductions.fragment = fragment;

const toneOf = (state: Introductions_desk["asked"][number]["state"]) =>
  state === "ASKED" ? "open" : state === "ACCEPTED" ? "done" : "neutral";

const About = ({ exchange: { id, title } }: { exchange: { id: string; title: string } }) => (
  <Link to={paths.exchange(id)} lang={contentLang()}>
    {title || m.exchange_hidden()}
  </Link>
);

/** Somebody asks: one accepts, and each gets the address of the other, or declines. */
function Received({ introduction }: { introduction: Introductions_desk["received"][number] }) {
  const { id, state, askedBy, askedOn, text, exchange } = introduction;
  const { sendsMail } = useInstance();
  const { run, busy, failed, problems } = useAct(answerIntroduction, ["DeskPage"]);
  const [accepting, setAccepting] = useState(false);
  const accept = () => {
    setAccepting(false);
    void run({ id, accept: true });
  };
  return (
    <Card as="li" tone={state === "ASKED" ? "now" : "sheet"}>
      <p>
        {m.exchange_desk_from({ name: askedBy })} <About exchange={exchange} />
      </p>
      <p className="verbatim" lang={contentLang()}>
        {text}
      </p>
      <p className="quiet cluster">
        <When date={askedOn} />
        <Chip tone={toneOf(state)}>{introductionNames[state]()}</Chip>
      </p>
      {problems.map((problem) => (
        <Notice tone="warn" live key={problem.code}>
          {problemSentence(problem)}
        </Notice>
      ))}
      <Failed because={failed} />
      {state === "ASKED" && !sendsMail && <Notice>{m.exchange_no_mail()}</Notice>}
      {state === "ASKED" && (
        <p className="cluster">
          {sendsMail && (
            <Button small primary disabled={busy} onClick={() => setAccepting(true)}>
              {m.exchange_accept()}
            </Button>
          )}
          <Button small disabled={busy} onClick={() => void run({ id, accept: false })}>
            {m.exchange_decline()}
          </Button>
        </p>
      )}
      {/* An address that was given is not taken back. */}
      <Dialog open={accepting} onClose={() => setAccepting(false)} title={m.exchange_accept_title({ name: askedBy })}>
        <p>{m.exchange_accept_what({ name: askedBy })}</p>
        <p className="cluster">
          <Button onClick={accept}>{m.exchange_accept_yes()}</Button>
          <Button primary data-first onClick={() => setAccepting(false)}>
            {m.exchange_accept_no()}
          </Button>
        </p>
      </Dialog>
    </Card>
  );
}

/** Introduction asked by the person, who may take it back while it waits. */
function Asked({
  introduction: { id, state, askedOn, exchange },
}: {
  introduction: Introductions_desk["asked"][number];
}) {
  const { run, busy, failed } = useAct(takeBackIntroduction, ["DeskPage"]);
  return (
    <Card as="li">
      <p>
        <About exchange={exchange} />
      </p>
      <p className="quiet cluster">
        <When date={askedOn} />
        <Chip tone={toneOf(state)}>{introductionNames[state]()}</Chip>
      </p>
      <Failed because={failed} />
      {state === "ASKED" && (
        <p>
          <Button small disabled={busy} onClick={() => void run({ id })}>
            {m.exchange_take_back()}
          </Button>
        </p>
      )}
    </Card>
  );
}

import type { FragmentType } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestList } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { Swatch } from "./Swatch.tsx";
import { useRest } from "../../ui/useRest.tsx";
import styles from "./KeyPointWriting.module.css";
import { Define } from "./Define.tsx";
import { History } from "./History.tsx";
import { Merge, Merges } from "./Merge.tsx";
import { Move, Remove } from "./Move.tsx";
import { following, type Listed, type OnDone, type Opened, panelFragment } from "./panel.tsx";
import { useShow } from "./useShow.ts";
import { StateIt, Unstate } from "./StateIt.tsx";
import { Split } from "./Split.tsx";
import { Voices } from "./Voices.tsx";
import { KeyPointLinks } from "./KeyPointLinks.tsx";
import { quoted } from "../../ui/quoted.ts";

interface Props {
  keyPoint: FragmentType<Opened>;
  /** All that the page lists. */
  listed: readonly Listed[];
  objectives: readonly { slug: string; number: number; name: string }[];
  onDone: OnDone;
  /** Acts that start from a stated key point. */
  children?: ReactNode;
}

/** A key point in whole: what it says and means, who says it, and all that can be done to it. */
export function KeyPointPanel({ listed, objectives, onDone, children, ...props }: Props) {
  const { data: keyPoint } = useSuspenseFragment({
    fragment: panelFragment,
    fragmentName: "KeyPointPanel_keyPoint",
    from: props.keyPoint,
  });
  const { sentence, number, state, nature, color, objective, passageCount } = keyPoint;
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun: keyPoint.passages,
    most: longestList,
    async ask(after) {
      const variables = { id: keyPoint.id, after };
      return (await client.query({ query: following, variables })).data?.keyPoint?.passages;
    },
  });
  const passages = [...keyPoint.passages, ...rest];
  const show = useShow();
  const heading = useRef<HTMLHeadingElement>(null);
  // A visitor by address reads the page from its top; after a press the focus goes to what it opened.
  const arrived = useLocation().key === "default";
  useEffect(() => {
    if (!arrived) heading.current?.focus();
  }, [arrived]);
  // The button goes with the act: the focus is where the key point begins, as after every other act on it.
  const focusTitle = () => heading.current?.focus();
  const others = listed.filter((one) => one.objective.id === objective.id);
  const act = { keyPoint, onDone };
  return (
    <Card>
      <section className={styles.panel} aria-labelledby="key-point">
        <p className={styles.back}>
          <More to={show(null)} icon={null}>
            {m.keyPointWriting_to_list()}
          </More>
        </p>
        <p className="cluster">
          <Chip tone={state === "STATED" ? "done" : "toCome"}>
            {state === "STATED" ? m.reading_stated() : m.reading_working()}
          </Chip>
          <span className="quiet">
            {natureNames[nature]()} · {peopleAndRegions(keyPoint)}
          </span>
          {color && <Swatch color={color} />}
        </p>
        <h2 id="key-point" tabIndex={-1} ref={heading} lang={contentLang()}>
          {number}. {sentence}
        </h2>
        {state === "STATED" ? (
          <>
            <p>
              <Link to={paths.keyPoint(keyPoint.id)}>{m.keyPointWriting_public()}</Link>
            </p>
            <Unstate keyPoint={keyPoint} onDone={focusTitle} />
          </>
        ) : (
          <StateIt keyPoint={keyPoint} onDone={focusTitle} />
        )}
        <Meaning keyPoint={keyPoint} />
        <Define keyPoint={keyPoint} />
        <Voices keyPoint={keyPoint} />
        <Children keyPoint={keyPoint} />
        {passageCount > 0 && (
          <Disclosure summary={m.keyPointWriting_passages({ count: passageCount })}>
            <ul className="flow">
              {passages.map((passage) => (
                <li key={passage.id} lang={contentLang()}>
                  <Link to={paths.readingText(passage.contribution.id)}>{quoted(passage.quote)}</Link>
                </li>
              ))}
            </ul>
            {control}
          </Disclosure>
        )}
        <Merges {...act} />
        <div>
          <Merge {...act} others={others} />
          <Split {...act} passages={passages} control={control} />
          <Move {...act} others={others} objectives={objectives} />
          {state === "STATED" && children}
          <History keyPoint={keyPoint} />
        </div>
        {keyPoint.viewerCan.remove && <Remove {...act} />}
      </section>
    </Card>
  );
}

KeyPointPanel.fragment = panelFragment;

function Meaning({ keyPoint }: { keyPoint: Opened }) {
  const written = (
    [
      [m.keyPointWriting_short_name(), keyPoint.shortName],
      [m.keyPointWriting_phone_name(), keyPoint.phoneName],
      [m.keyPointWriting_definition(), keyPoint.definition],
      [m.keyPointWriting_included(), keyPoint.included],
      [m.keyPointWriting_excluded(), keyPoint.excluded],
      [m.keyPointWriting_example(), keyPoint.example],
    ] as const
  ).filter(([, text]) => text);
  return (
    <>
      <h3>{m.keyPointWriting_about()}</h3>
      {written.length > 0 ? (
        <dl className={styles.meaning}>
          {written.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="verbatim" lang={contentLang()}>
                {text}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="quiet">{m.keyPointWriting_undefined()}</p>
      )}
    </>
  );
}

const Children = ({ keyPoint: { children } }: { keyPoint: Opened }) =>
  children.length > 0 && (
    <>
      <h3>{m.keyPointWriting_children()}</h3>
      <KeyPointLinks keyPoints={children} />
    </>
  );

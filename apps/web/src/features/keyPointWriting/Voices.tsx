import { m } from "@cahier/schema/messages";
import { channelNames } from "../../i18n/voices.ts";
import { BarList } from "../../ui/BarList.tsx";
import styles from "./KeyPointWriting.module.css";
import type { Opened } from "./panel.tsx";
import { KeyPointLinks } from "./KeyPointLinks.tsx";

/** People behind a key point, by region and by channel, and what contradicts it. */
export function Voices({ keyPoint }: { keyPoint: Opened }) {
  const { peopleCount, regions, channels, contrary, reactionCounts } = keyPoint;
  const elsewhere = peopleCount - regions.reduce((all, { people }) => all + people, 0);
  const { support, qualify } = reactionCounts;
  return (
    <>
      <h3>{m.keyPointWriting_who()}</h3>
      {peopleCount > 0 ? (
        <>
          <p className="quiet">{m.keyPointWriting_people_not_answers()}</p>
          <div className={styles.two}>
            <div className="flow">
              <h4>{m.keyPointWriting_by_region()}</h4>
              <BarList
                max={peopleCount}
                bars={regions.map(({ territory: { id, name }, people }) => ({ key: id, label: name, value: people }))}
              />
              {elsewhere > 0 && <p className="quiet">{m.keyPointWriting_no_region({ count: elsewhere })}</p>}
            </div>
            <div className="flow">
              <h4>{m.keyPointWriting_by_channel()}</h4>
              <BarList
                max={peopleCount}
                bars={channels.map(({ channel, people }) => ({
                  key: channel,
                  label: channelNames[channel](),
                  value: people,
                }))}
              />
            </div>
          </div>
        </>
      ) : (
        <p className="quiet">{m.keyPointWriting_nobody()}</p>
      )}
      <h3>{m.keyPointWriting_dissent()}</h3>
      {contrary.length > 0 && (
        <>
          <p className="quiet">{m.keyPointWriting_contrary()}</p>
          <KeyPointLinks keyPoints={contrary} />
        </>
      )}
      {support + qualify > 0 && (
        <p>
          {[
            qualify > 0 && m.keyPointWriting_qualified({ count: qualify }),
            support > 0 && m.keyPointWriting_supported({ count: support }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {!contrary.length && !qualify && <p className="quiet">{m.keyPointWriting_no_dissent()}</p>}
    </>
  );
}

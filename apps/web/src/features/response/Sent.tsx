import { m } from "@cahier/schema/messages";
import { useEffect } from "react";
import { useInstance } from "../../frame/instance.ts";
import { formatDate } from "../../i18n/dates.ts";
import { fromRegion } from "../../i18n/inRegion.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { today } from "../../shared/daysSince.ts";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Receipt } from "./Receipt.tsx";
import styles from "./Sent.module.css";
import type { SentReceipt } from "./submit.tsx";

interface Props {
  receipt: SentReceipt;
  /** False when the device could not keep the code. */
  kept: boolean;
  /** For another option, where the questionnaire repeats. */
  onAgain: () => void;
}

/** Right after sending: the region fills on the map, what comes next is dated, and the code is handed over. */
export function Sent({ receipt, kept, onAgain }: Props) {
  const { code, region, territory, questionnaire, status } = receipt;
  const regions = questionnaire.objective.group.coverage.regions;
  const { france } = useInstance();
  useEffect(() => {
    scrollTo({ top: 0 });
    const title = document.querySelector<HTMLElement>("#main h1");
    if (title) title.tabIndex = -1;
    title?.focus();
  }, []);
  const slugs = new Map(regions.map((one) => [one.territory.code, one.territory.slug]));
  return (
    <Ruled>
      <PageHead
        margin={m.response_received()}
        note={formatDate(receipt.receivedOn)}
        title={rankSentence(receipt, france)}
        tab={m.response_sent()}
        lead={nextSentence(receipt)}
        aside={
          <div className={styles.map}>
            <TerritoryMap
              values={regions.map((one) => ({
                code: one.territory.code,
                label: one.territory.name,
                count: one.responses,
              }))}
              say={({ label, count }) => m.response_map_region({ label, count })}
              hrefFor={(of) => paths.territory(slugs.get(of) ?? "")}
              highlight={region?.code}
              caption={<b>{m.response_map({ region: (region ?? territory).name })}</b>}
            />
          </div>
        }
      >
        {status === "HELD" && <Notice>{m.response_held()}</Notice>}
        <Receipt code={code} title={questionnaire.title} />
        {!kept && <Notice tone="warn">{m.response_not_kept()}</Notice>}
      </PageHead>
      <Row heading={m.response_next()}>
        <ol className={styles.next}>
          {[m.response_next_read(), m.response_next_marked(), m.response_next_cited(), m.response_next_carried()].map(
            (line) => (
              <li key={line}>{line}</li>
            ),
          )}
        </ol>
        <p className="cluster no-print">
          <ButtonLink primary to={paths.trail(code)}>
            {m.response_follow_this()} <Icon name="arrow" size={18} />
          </ButtonLink>
          {questionnaire.repeatQuestionId && <Button onClick={onAgain}>{m.response_again()}</Button>}
          <More to={paths.contributions({ objective: questionnaire.objective.slug })}>{m.response_read_others()}</More>
        </p>
      </Row>
    </Ruled>
  );
}

/** Number of responses of its region to this questionnaire: the map beside it counts those to all of the group. */
function rankSentence({ region, territory, rankInRegion, questionnaire }: SentReceipt, france: boolean) {
  const from = fromRegion((region ?? territory).name, france);
  const { number } = questionnaire;
  return rankInRegion === 1
    ? m.response_voice({ from, number })
    : m.response_rank({ from, number, rank: rankInRegion });
}

/** « Lue avant le 4 mai, discutée le 9 »: the day alone when it is of the same month. A day that is over promises nothing. */
function nextSentence({ readBefore, discussedAt }: SentReceipt) {
  const read = readBefore && readBefore >= today() && formatDate(readBefore, "short");
  const discussed = discussedAt && formatDate(discussedAt, "short");
  if (read && discussed) {
    const [month, day] = [read.split(" ").at(-1), discussed.split(" ")];
    return m.response_read_discussed({
      read,
      discussed: day.at(-1) === month ? day.slice(0, -1).join(" ") : discussed,
    });
  }
  if (read) return m.response_read_before({ read });
  return discussed ? m.response_discussed({ discussed }) : m.response_read_soon();
}

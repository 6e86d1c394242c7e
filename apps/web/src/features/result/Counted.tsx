import { m } from "@cahier/schema/messages";
import type { ResultsPage } from "../../graphql/operations.generated.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { channelNames } from "../../i18n/voices.ts";

type Results = NonNullable<ResultsPage["results"]>;

/** Among whom everything is counted. */
export function Counted({ results }: { results: Results }) {
  const { responses, unpublished, restitutions, present, channels, notShown } = results;
  return (
    <div className="prose">
      <p>
        {m.result_responses({ count: responses })}
        {unpublished > 0 && `, ${m.result_unpublished({ count: unpublished })}`}.{" "}
        {channels.length > 1 &&
          `${m.result_channels()}${m.ui_colon()}${channels
            .map(({ channel, count }) => `${channelNames[channel]().toLowerCase()} ${formatNumber(count)}`)
            .join(", ")}.`}
      </p>
      {restitutions > 0 && <p>{m.result_restitutions({ count: restitutions, present: formatNumber(present) })}</p>}
      {notShown > 0 && <p>{m.result_not_shown({ count: notShown })}</p>}
    </div>
  );
}

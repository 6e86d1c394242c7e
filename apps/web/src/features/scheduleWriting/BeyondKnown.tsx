import type { BusyPeriod } from "@cahier/schema/calendar/busy";
import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { beyondKnown } from "./scheduleWords.ts";

/** Says that a calendar goes further than school holidays are known, with the way to add some. */
export function BeyondKnown({ periods, lastDay }: { periods: readonly BusyPeriod[]; lastDay: string }) {
  const sentence = beyondKnown(periods, lastDay);
  return (
    sentence && (
      <div className="no-print">
        <Notice>
          {sentence} <More to={paths.holidays()}>{m.scheduleWriting_holidays()}</More>
        </Notice>
      </div>
    )
  );
}

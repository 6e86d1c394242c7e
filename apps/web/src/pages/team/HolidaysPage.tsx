import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { holidayPeriod } from "../../features/scheduleWriting/holiday.fragment.tsx";
import { HolidayForm } from "../../features/scheduleWriting/HolidayForm.tsx";
import type { HolidaysPage, HolidaysPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { allowed } from "./allowed.ts";

const query: TypedDocumentNode<HolidaysPage, HolidaysPageVariables> = gql`
  query HolidaysPage {
    viewer {
      id
    }
    viewerCan {
      keepHolidays
    }
    holidays {
      ...Holiday_period @unmask
      version
    }
  }
  ${holidayPeriod}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, {}, ({ viewerCan, viewer }) => allowed(viewerCan.keepHolidays, viewer));

/** The days that calendars avoid beside public holidays, which are worked out. */
export function Component() {
  const { holidays } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.scheduleWriting_holidays()} lead={<p>{m.scheduleWriting_holidays_lead()}</p>} />
      <Row heading={m.scheduleWriting_holidays_list()}>
        {holidays.length === 0 && <Empty title={m.scheduleWriting_holidays_none()}>{null}</Empty>}
        {holidays.map((holiday) => (
          <Disclosure
            summary={m.scheduleWriting_holiday_line({
              name: holiday.zone ? m.scheduleWriting_zone({ name: holiday.name, zone: holiday.zone }) : holiday.name,
              from: formatDate(holiday.startsOn),
              to: formatDate(holiday.endsOn),
            })}
            key={holiday.id}
          >
            <HolidayForm holiday={holiday} key={holiday.version} />
          </Disclosure>
        ))}
      </Row>
      <Row heading={m.scheduleWriting_holiday_add()}>
        <HolidayForm />
      </Row>
    </Ruled>
  );
}

import { m } from "@cahier/schema/messages";
import { type ComponentType, Suspense, useEffect, useRef } from "react";
import { Outlet, ScrollRestoration, useLoaderData, useLocation, useMatches, useNavigation } from "react-router-dom";
import { useReadQuery } from "../graphql/read.ts";
import type { instanceLoader } from "../graphql/instance.tsx";
import { BottomBar } from "./BottomBar.tsx";
import type { Handle } from "./frame.tsx";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { LiveSoon } from "./LiveSoon.tsx";
import styles from "./Layout.module.css";
import { InstanceContext } from "./instance.ts";
import { placeOf } from "./place.ts";

interface Props {
  /** Says that the content is a demonstration. */
  Banner: ComponentType;
}

/** Frame of every page. */
export function Layout({ Banner }: Props) {
  const { instance } = useReadQuery(useLoaderData<typeof instanceLoader>()).data;
  // A page says more than the routes around it.
  const { writing, alone, addressed, answering, Bar } = Object.assign(
    {},
    ...useMatches().map(({ handle }) => handle),
  ) as Handle;
  const { state } = useNavigation();
  useArrival();
  return (
    <InstanceContext value={instance}>
      {instance.accent && (
        <link rel="stylesheet" precedence="accent" href={`/instance/accent/${instance.accent.slice(1)}.css`} />
      )}
      <a className={`${styles.skip} no-print`} href="#main">
        {m.shell_skip()}
      </a>
      <p className={`${styles.lost} no-print`} id="lost" role="alert" hidden>
        {m.shell_lost()}
      </p>
      {state === "loading" && <div className={styles.loading} aria-hidden="true" />}
      {instance.demonstration && (
        <Suspense>
          <Banner />
        </Suspense>
      )}
      {!alone && <Header answering={!!answering} addressed={!!addressed} />}
      {Bar && <Bar writing={!!writing} />}
      <main className={styles.main} id="main" tabIndex={-1} aria-busy={state === "loading"}>
        <Outlet />
      </main>
      {!alone && <Footer addressed={!!addressed} />}
      {!writing && !alone && <BottomBar />}
      {!writing && !alone && <LiveSoon />}
      <ScrollRestoration getKey={placeOf} />
    </InstanceContext>
  );
}

/** Number of steps of the router since the site was opened. */
const stepNow = () => (history.state as { idx?: number } | null)?.idx ?? 0;

/**
 * After a change of page the focus goes to its title, which says where one is, or to what the page says is to be gone on
 * with; after a step back, to the link that was followed. A change of filters leaves it where it was.
 */
function useArrival() {
  const { pathname, hash } = useLocation();
  const before = useRef({ pathname, step: 0 });
  useEffect(() => {
    const left = before.current;
    before.current = { pathname, step: stepNow() };
    if (left.pathname === pathname || hash) return;
    const title =
      (stepNow() < left.step && document.querySelector<HTMLElement>(`#main a[href="${CSS.escape(left.pathname)}"]`)) ||
      document.querySelector<HTMLElement>("[data-arrival]") ||
      document.querySelector<HTMLElement>("#main h1") ||
      document.getElementById("main")!;
    if (title.tabIndex < 0) title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }, [pathname, hash]);
}

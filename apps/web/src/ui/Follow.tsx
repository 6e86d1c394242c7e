import { m } from "@cahier/schema/messages";
import { type ReactNode, useEffect, useState } from "react";
import styles from "./Follow.module.css";

interface Props {
  /** Parts of the page, in their order: an address within it, and words. */
  contents: readonly { to: string; words: string }[];
  /** The rows that it stands beside, in their margin, which they leave to it. */
  children: ReactNode;
}

/** Contents that follow one down the page, in the margin, and say where one is; where it is too narrow they are left out. */
export function Follow({ contents, children }: Props) {
  const here = useInView(contents.map(({ to }) => to.slice(1)).join(" "));
  return (
    <div className={styles.beside}>
      <nav className={`${styles.contents} no-print`} aria-label={m.ui_contents()}>
        <ol>
          {contents.map(({ to, words }) => (
            <li key={to}>
              <a href={to} aria-current={to === `#${here}` ? "true" : undefined}>
                {words}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {children}
    </div>
  );
}

/** Under the bar of the site, where a part that was led to begins. */
const line = 140;

/** The last of some places, named by their ids, that began above the line; at the end of the page, the last of them. */
function useInView(ids: string) {
  const [here, setHere] = useState<string>();
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const all = ids.split(" ");
      const began = (id: string) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= line;
      const isEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      setHere(isEnd ? all.at(-1) : all.findLast(began));
    };
    const onScroll = () => void (asked ||= requestAnimationFrame(look));
    look();
    addEventListener("scroll", onScroll, { passive: true });
    addEventListener("resize", onScroll);
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener("scroll", onScroll);
      removeEventListener("resize", onScroll);
    };
  }, [ids]);
  return here;
}

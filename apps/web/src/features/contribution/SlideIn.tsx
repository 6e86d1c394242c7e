import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from "react";

const SlidIn = lazy(async () => ({ default: (await import("./SlidIn.tsx")).SlidIn }));

/**
 * Links in it may name a contribution, as `data-contribution`: one that is pressed slides the text in beside
 * the page, which stays where it was. Without scripts, and in another tab, the link leads to it as any other.
 */
export function SlideIn({ children }: { children: ReactNode }) {
  // It stays once it was opened: a dialog that closes gives the focus back, one that is taken away does not.
  const [id, setId] = useState<string>();
  const [open, setOpen] = useState(false);
  const slide = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const { contribution } = (event.target as Element).closest<HTMLElement>("a[data-contribution]")?.dataset ?? {};
    if (!contribution) return;
    event.preventDefault();
    event.stopPropagation();
    setId(contribution);
    setOpen(true);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a link is pressed by keyboard too: its click comes here
    <div onClickCapture={slide}>
      {children}
      {id && (
        <Suspense>
          <SlidIn id={id} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

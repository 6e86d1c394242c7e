import { expect, test } from "vitest";
import { HeldKeys } from "./heldKeys.ts";

/** A page on which somebody presses keys: true if the text that has the focus hears them. */
function keyboard() {
  let listener: ((event: Event) => void) | null = null;
  const keys = new HeldKeys({
    addEventListener: (_: string, heard: unknown) => void (listener = heard as typeof listener),
    removeEventListener: () => void (listener = null),
  });
  const press = (key: string, target?: unknown) => {
    let heard = true;
    const preventDefault = () => (heard = false);
    listener?.({ key, target, isTrusted: true, preventDefault, stopPropagation() {} } as unknown as Event);
    return heard;
  };
  return { keys, press };
}

test("keys pressed on the way to the next text are played there, in order, and none is dropped", async () => {
  const { keys, press } = keyboard();
  expect(press("r")).toBe(true);
  keys.hold();
  for (const key of ["ArrowDown", " ", "1"]) expect(press(key)).toBe(false);
  const played: string[] = [];
  await keys.play(({ key }) => void played.push(key));
  expect(played).toEqual(["ArrowDown", " ", "1"]);
  expect(press("2")).toBe(true);
});

test("a key that leads on to another text holds the ones after it until that text is there", async () => {
  const { keys, press } = keyboard();
  keys.hold();
  for (const key of ["r", "r", "1"]) press(key);
  const played: string[] = [];
  const arrive = () =>
    keys.play(({ key }) => {
      played.push(key);
      if (key === "r") keys.hold();
    });
  await arrive();
  expect(played).toEqual(["r"]);
  await arrive();
  await arrive();
  expect(played).toEqual(["r", "r", "1"]);
  expect(press("2")).toBe(true);
});

test("what is typed in a field that a held key opened waits behind the letters that were held", async () => {
  const { keys, press } = keyboard();
  const field = { matches: () => true };
  expect(press("x", field)).toBe(true);
  keys.hold();
  expect(press("x", field)).toBe(true);
  for (const key of ["/", "e", "a"]) press(key);
  const played: string[] = [];
  const typed: boolean[] = [];
  await keys.play(({ key }) => {
    played.push(key);
    if (key === "/") typed.push(press("u", field));
  });
  expect(typed).toEqual([false]);
  expect(played).toEqual(["/", "e", "a", "u"]);
  expect(press("x", field)).toBe(true);
});

import { m } from "@cahier/schema/messages";

export function Component() {
  return (
    <>
      <title>{m.home_title()}</title>
      <h1>{m.home_title()}</h1>
    </>
  );
}

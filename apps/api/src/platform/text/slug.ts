/** A name as it stands in an address: « Île-de-France » is « ile-de-france ». */
export const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll("œ", "oe")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

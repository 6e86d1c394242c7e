/** Position of the count of a region on the map, by the code of today's regions; the contours are in france.svg. */
export const mainland: readonly { code: string; x: number; y: number }[] = [
  { code: "84", x: 1616, y: 1388 },
  { code: "32", x: 1321, y: 291 },
  { code: "93", x: 1868, y: 1753 },
  { code: "44", x: 1793, y: 616 },
  { code: "76", x: 1218, y: 1810 },
  { code: "28", x: 879, y: 508 },
  { code: "75", x: 898, y: 1458 },
  { code: "24", x: 1141, y: 914 },
  { code: "94", x: 2373, y: 2162 },
  { code: "27", x: 1659, y: 977 },
  { code: "53", x: 389, y: 745 },
  { code: "52", x: 727, y: 916 },
  { code: "11", x: 1277, y: 613 },
];

/** Each in a box of its own, at its own scale, from west to east. */
export const overseas: readonly string[] = ["01", "02", "03", "04", "06"];

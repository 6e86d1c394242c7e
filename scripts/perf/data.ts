import { parseArgs } from "node:util";
import { makeData } from "./data.database.ts";

/**
 * `npm run perf:data -- --scale 0.1|1|10`: a database `perf_SCALE` beside that of the demonstration, made anew. At 1: 200,000
 * contributions of real length, 25,000 responses, 2,000 key points, 500 proposals of 20 sources, 60,000 reactions and 300
 * meetings, above the demonstration, as acts of the site would have left them.
 */
const { values } = parseArgs({ options: { scale: { type: "string", default: "1" } } });
const scale = Number(values.scale);
if (!(scale > 0 && scale <= 10)) throw new Error("--scale is a number up to 10: 0.1, 1 or 10.");
await makeData(scale);
process.exit();

import type { DataSource } from "typeorm";
import { every } from "../../../platform/jobs.ts";
import { room } from "../../../platform/room.ts";
import { bringTexts } from "./bring.ts";
import { tryTexts } from "./trying.ts";
import { takeBackTexts } from "./takeBack.ts";
import { forgetOrigin } from "./origin.writes.ts";
import { purgeImportRows } from "./textImport.purges.ts";
import { ImportedTexts, TextImportRows, TextImports } from "./textImport.entity.ts";
import { textImportResolvers } from "./textImport.resolvers.ts";
import { textImportRoutes } from "./textImport.routes.ts";

export const textImportRoom = room({
  tables: [TextImports, TextImportRows, ImportedTexts],
  resolvers: [textImportResolvers],
  routes: [textImportRoutes],
  jobs: [
    (database: DataSource) => every(1, "imports tried", (goOn) => tryTexts(database, goOn)),
    (database: DataSource) => every(2, "imports", (goOn) => bringTexts(database, goOn)),
    (database: DataSource) => every(2, "imports taken back", (goOn) => takeBackTexts(database, goOn)),
  ],
  purges: { textImport: purgeImportRows },
  hears: { "contribution.erased": ({ db }, id) => forgetOrigin(db, id) },
});

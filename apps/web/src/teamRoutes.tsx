import type { RouteObject } from "react-router-dom";
import { elsewhere, type Handle, pageIn, siteOf } from "./frame.tsx";

const page = pageIn(
  import.meta.glob<RouteObject>(
    "./pages/{Bench,Studio,Composition,Entry,Desk,ProposalEdit,ProposalDecide,SynthesisWrite,InterlocutorEdit,InterlocutorNew,HandoverOpen,Productions,ExchangeWrite,ExchangeEdit,Office,DemoMail,SignInConfirm,StopMails}*Page.tsx",
  ),
);

const team: Handle = { personal: true, team: true };

/** The pages of those who have an account: the site of everybody else does not carry them. */
export const teamPages: RouteObject[] = [
  ...page("DeskPage", "/desk", team),
  ...page("BenchPage", "/bench", team),
  ...page("BenchKeyPointsPage", "/bench/key-points", team),
  ...page("BenchInitiativesPage", "/bench/initiatives", team),
  ...page("BenchInitiativeImportPage", "/bench/initiatives/import", team),
  ...page("BenchInitiativePage", "/bench/initiatives/sheets/:slug", { ...team, writing: true }),
  ...page("BenchReadPage", "/bench/:contributionId", team),
  ...page("ProposalEditPage", "/proposals/:slug/edit", team),
  ...page("ProposalDecidePage", "/proposals/:slug/decide", team),
  ...page("HandoverOpenPage", "/proposals/:slug/carry", team),
  ...page("InterlocutorNewPage", "/interlocutors/new", team),
  ...page("InterlocutorEditPage", "/interlocutors/:slug/edit", { ...team, writing: true }),
  ...page("SynthesisWritePage", "/syntheses/:slug/write", { ...team, writing: true }),
  ...page("ProductionsPage", "/productions", team),
  ...page("StudioPage", "/studio", team),
  ...page("CompositionImportPage", "/studio/import", team),
  ...page("CompositionPage", "/studio/:slug", { ...team, writing: true }),
  ...page("CompositionPreviewPage", "/studio/:slug/preview", { ...team, writing: true }),
  ...page("ExchangeWritePage", "/exchanges/new", { ...team, writing: true }),
  ...page("ExchangeEditPage", "/exchanges/:id/edit", { ...team, writing: true }),
  // Not of the team alone, but for one person, by a link: they come in the same document, and no first page carries them.
  ...page("OfficePage", "/office/:code?", { ...team, writing: true }),
  ...page("DemoMailPage", "/demo/mail", team),
  ...page("SignInConfirmPage", "/sign-in/confirm", team),
  ...page("StopMailsPage", "/mails/stop", team),
  ...page("EntryPage", "/entry/:slug", team),
  ...page("EntrySheetsPage", "/entry/:slug/sheets", team),
];

/** Their document: all other addresses are in that of everybody. */
export const teamRoutes = siteOf([...teamPages, ...elsewhere(["*"])]);

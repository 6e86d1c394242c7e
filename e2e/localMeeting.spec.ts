import { expect, test } from "./fixtures.ts";

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("a local meeting that was held: what was said is typed from its page, and its minutes say where they lack something", async ({
  page: team,
  as,
}) => {
  await as("REFERENT");
  await team.goto("/meetings/new");
  const sheet = team.getByRole("form", { name: "La réunion" });
  await sheet.getByLabel("Titre", { exact: true }).fill("Autour du lavoir");
  await sheet.getByLabel("Jour", { exact: true }).fill(dayIn(-1));
  await sheet.getByLabel("De", { exact: true }).fill("18:00");
  await sheet.getByLabel("À", { exact: true }).fill("19:00");
  await sheet.getByRole("checkbox", { name: /^Elle a déjà eu lieu/ }).check();
  await sheet.getByLabel("Territoire", { exact: true }).selectOption({ label: "Finistère" });
  await sheet.getByLabel("Lieu", { exact: true }).fill("Le lavoir de Plouarzel");
  await sheet.getByLabel("Places dans la salle").fill("30");
  await sheet.getByRole("button", { name: "Noter cette réunion" }).click();
  await expect(team.getByRole("heading", { level: 1 })).toHaveText("Autour du lavoir");
  const address = new URL(team.url()).pathname;
  // Nobody comes to it any more, and nobody had said that they would.
  for (const name of ["Y venir", "Qui devait venir, un par un"])
    await expect(team.getByRole("heading", { name })).toHaveCount(0);

  await team.getByRole("link", { name: "Écrire ce qui s’est dit" }).first().click();
  await expect(team.getByLabel("Réunion locale").locator("option:checked")).toHaveText(/^Autour du lavoir/);
  await team.getByLabel("Personnes présentes").fill("9");
  await team.getByLabel("Depuis quel territoire parlez-vous").fill("29");
  await team.getByLabel("À quel problème répondez-vous").fill("2");
  await team.getByLabel("Que proposez-vous de faire").fill("Curer le lavoir ensemble.");
  await team.getByLabel("Comment elle paraît").fill("2");
  await team.keyboard.press("Control+Enter");
  // The code that is handed over says of which meeting it is.
  const handed = team.getByRole("button", { name: "Remis : Restitution : Autour du lavoir" });
  await expect(handed).toBeVisible();
  // One pressed by mistake is not lost: nobody could find it again.
  const said = await team.locator("li", { has: handed }).innerText();
  await handed.click();
  await expect(handed).toHaveCount(0);
  await expect(team.getByRole("button", { name: "Défaire" })).toBeFocused();
  await team.keyboard.press("Enter");
  expect(await team.locator("li", { has: handed }).innerText()).toBe(said);

  await team.goto(`${address}/presence`);
  await team.getByLabel("Territoire 1", { exact: true }).selectOption({ label: "Finistère" });
  await team.getByLabel("Personnes, territoire 1").fill("6");
  await team.getByRole("button", { name: "Ajouter un territoire" }).click();
  await team.getByLabel("Territoire 2", { exact: true }).selectOption({ label: "Morbihan" });
  await team.getByLabel("Personnes, territoire 2").fill("3");
  // A tab that is closed loses nothing of it.
  await expect(team.getByText(/^Enregistré sur cet appareil/)).toBeVisible();
  await team.reload();
  await expect(team.getByLabel("Personnes, territoire 2")).toHaveValue("3");
  await team.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(team.getByText("Enregistré.", { exact: true })).toBeVisible();

  await team.goto(`${address}/minutes`);
  await team.getByRole("button", { name: "Commencer le compte rendu" }).click();
  await team.getByRole("button", { name: "Donner à relire" }).click();
  await expect(team.getByRole("link", { name: /^Ce qui s’est dit et décidé : / })).toBeVisible();
  const head = team.getByRole("form", { name: "Qui était là, et ce qui reste ouvert" });
  await expect(head.getByLabel("Territoires présents")).toHaveValue("2");
  await head.getByLabel("Qui était là, en une phrase").fill("Neuf personnes.");
  await head.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(head.getByText("Enregistré.")).toBeVisible();
  const block = team.getByRole("form", { name: "Ajouter un bloc" });
  await block.getByLabel("C’est").selectOption({ label: "une décision" });
  await block.getByLabel("Sujet").fill("Le curage");
  await block.getByLabel("Le texte").fill("On cure le lavoir en mars.");
  await block.getByRole("button", { name: "Ajouter ce bloc" }).click();
  await expect(team.getByRole("form", { name: "Bloc : Le curage" })).toBeVisible();
  await team.getByRole("button", { name: "Donner à relire" }).click();
  // While it is read over it cannot be published, and says from when on it can.
  await expect(team.getByText(/La relecture va jusqu’au \d+(er)? \p{L}+ \d{4} inclus/u)).toBeVisible();
  await expect(team.getByText("Il se publie à partir du lendemain.")).toBeVisible();
  await expect(team.getByRole("button", { name: "Publier le compte rendu" })).toBeDisabled();
  // The subject of a decision shows with it.
  await team.goto(address);
  await expect(team.getByRole("heading", { level: 4, name: "Le curage" })).toBeVisible();
});

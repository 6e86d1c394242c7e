import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { use, useRef, useState } from "react";
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { createGroup } from "../../features/launch/launch.mutations.tsx";
import { LaunchFoot, LaunchFrame } from "../../features/launch/LaunchFrame.tsx";
import { sayLaunchProblems } from "../../features/launch/launchProblems.ts";
import { NewTheme } from "../../features/launch/NewTheme.tsx";
import { type ThemeWords, ThemeFields, type ThemeOption } from "../../features/launch/ThemeFields.tsx";
import { useInstance } from "../../frame/instance.ts";
import type { GroupNewPage, GroupNewPageVariables, GroupStarter } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { keysOf, type Names } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { keptId } from "../../ui/keptKey.ts";
import { useAct } from "../../ui/useAct.ts";
import { UnsavedContext } from "../../ui/unsaved.ts";
import { editingPlace, useEditing } from "../../ui/useEditing.ts";
import { themeOptions } from "../../features/launch/themeOption.fragment.tsx";
import { allowed } from "./allowed.ts";

sayTeamProblems();
sayLaunchProblems();

const query: TypedDocumentNode<GroupNewPage, GroupNewPageVariables> = gql`
  query GroupNewPage {
    viewer {
      id
    }
    viewerCan {
      launchGroups
      createThemes
    }
    groups {
      id
      slug
      name
      state
    }
    usualPromise
    axes {
      ...ThemeOption_axis @unmask
    }
  }
  ${themeOptions}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, {}, ({ viewerCan, viewer }) => allowed(viewerCan.launchGroups, viewer));

const starters: Names<GroupStarter> = {
  FULL: m.launch_starter_full,
  SHORT: m.launch_starter_short,
  BLANK: m.launch_starter_blank,
};
const starterHelps: Names<GroupStarter> = {
  FULL: m.launch_starter_full_what,
  SHORT: m.launch_starter_short_what,
  BLANK: m.launch_starter_blank_what,
};

interface NewGroup extends ThemeWords {
  /** A starter, or the slug of a group. */
  begins: string;
}

/** Content that a group begins with, as it is sent. */
const sent = ({ begins, ...words }: NewGroup) => ({
  ...words,
  ...(begins in starters ? { starter: begins as GroupStarter } : { from: begins }),
});

/** A line of the source as a sentence of its own: it begins with a capital. */
const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1).replace(/\.$/, "").trimEnd();

/** Name and goal that a theme proposes: its own words. */
const proposed = ({ title, sourceText }: Pick<ThemeOption, "title" | "sourceText">) => ({
  name: title,
  finalGoal: sentence(sourceText),
});

/** First screen of a launch: the theme and the goal. */
export function Component() {
  const { axes, groups, usualPromise, viewerCan } = useReadQuery(useLoaderData<typeof loader>()).data;
  const themes: ThemeOption[] = axes.flatMap(({ name: axis, themes: within }) =>
    within.map(({ group, ...theme }) => ({ ...theme, axis, group: group?.name ?? null })),
  );
  const [params] = useSearchParams();
  const asked = params.get("theme");
  const copied = groups.find(({ slug }) => slug === params.get("from"))?.slug;
  const free = themes.filter(({ group }) => !group);
  // Nobody launches a group on a theme that they did not choose; where one is left, there is nothing to choose.
  const first = themes.find(({ slug }) => slug === asked) ?? (free.length === 1 ? free[0] : undefined);
  const [begun] = useState<NewGroup>(() => ({
    begins: copied ?? "FULL",
    theme: first?.slug ?? "",
    ...(first ? proposed(first) : { name: "", finalGoal: "" }),
    promise: usualPromise,
  }));
  const kept = `group new ${asked ?? ""} ${copied ?? ""}`;
  const key = useRef<string>(undefined);
  const language = useInstance().languages === "ENGLISH" ? "en" : "fr";
  const navigate = useNavigate();
  const unsaved = use(UnsavedContext);
  const act = useAct(createGroup, ["DeskPage"]);
  const save = async (fields: NewGroup) => {
    const slug = (await act.run({ key: (key.current ??= keptId(editingPlace(kept))), language, ...sent(fields) }))
      ?.group?.slug;
    if (!slug) return false;
    unsaved.forget();
    editing.forget();
    void navigate(paths.groupLaunch(slug, "calendar"));
    return true;
  };
  const editing = useEditing({
    id: kept,
    name: m.launch_title(),
    version: 0,
    fields: begun,
    save,
  });
  const { mine, set } = editing;
  /** The name and the goal follow the theme until somebody wrote their own. */
  const take = (theme: Pick<ThemeOption, "slug" | "title" | "sourceText">) => {
    const before = themes.find(({ slug }) => slug === mine.theme);
    const own = proposed(theme);
    const isFree = (name: "name" | "finalGoal") =>
      !mine[name].trim() || (before && mine[name] === proposed(before)[name]);
    set({
      theme: theme.slug,
      ...(isFree("name") && { name: own.name }),
      ...(isFree("finalGoal") && { finalGoal: own.finalGoal }),
    });
  };
  const choose = (slug: string) => {
    const theme = themes.find((one) => one.slug === slug);
    if (theme) take(theme);
    else set({ theme: slug });
  };
  return (
    <LaunchFrame
      step="theme"
      reached={1}
      title={m.launch_theme_title_page()}
      lead={m.launch_theme_lead()}
      note={m.launch_theme_note()}
    >
      {viewerCan.createThemes && <NewTheme axes={axes} onMade={take} />}
      <Form problems={act.problems} busy={act.busy} label={m.launch_title()} onSubmit={() => void save(mine)}>
        <ThemeFields
          words={mine}
          set={set}
          themes={themes}
          onTheme={choose}
          head={
            <Fieldset name="starter" legend={m.launch_starter()}>
              <Choices>
                {keysOf(starters).map((one) => (
                  <RadioCard
                    key={one}
                    name="starter"
                    value={one}
                    checked={mine.begins === one}
                    onChange={() => set({ begins: one })}
                    label={starters[one]()}
                    help={starterHelps[one]()}
                  />
                ))}
                {groups.slice(0, 20).map(({ id, slug, name }) => (
                  <RadioCard
                    key={id}
                    name="starter"
                    value={slug}
                    checked={mine.begins === slug}
                    onChange={() => set({ begins: slug })}
                    label={<span lang={contentLang()}>{name}</span>}
                    help={m.launch_starter_group()}
                  />
                ))}
              </Choices>
            </Fieldset>
          }
        />
        <KeptEditing editing={editing} />
        <Failed because={act.failed} />
        <LaunchFoot isNew>
          <Button type="submit" primary>
            {m.launch_to_calendar()} <Icon name="arrow" />
          </Button>
        </LaunchFoot>
      </Form>
    </LaunchFrame>
  );
}

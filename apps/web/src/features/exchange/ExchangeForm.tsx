import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Kept } from "@cahier/schema/fields";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { exchangeFields } from "@cahier/schema/propose/exchange.fields";
import { useRef, useState } from "react";
import { useHref } from "react-router-dom";
import type {
  ExchangeDirection,
  ExchangeKind,
  ExchangeWritePage,
  PostExchange,
  PostExchangeInput,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { keysOf, termLabel } from "../../i18n/vocabulary.ts";
import { offered } from "../../shared/choices.tsx";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { HiddenField } from "../../ui/HiddenField.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { saidAs } from "../../ui/saidAs.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { NameField } from "./ExchangeActs.tsx";
import { directionNames, kindNames } from "./exchange.labels.ts";
import { InitiativeField } from "../../shared/InitiativeField.tsx";
import { TerritoryOptions } from "../../shared/TerritoryOptions.tsx";
import { keptId } from "../../ui/keptKey.ts";

const postExchange: TypedDocumentNode<PostExchange, { input: PostExchangeInput }> = gql`
  mutation PostExchange($input: PostExchangeInput!) {
    postExchange(input: $input) {
      ...Form_outcome @unmask
      exchange {
        id
        version
      }
      current {
        id
        title
        text
        version
      }
    }
  }
  ${Form.fragment}
`;

/** Days a notice is listed by default. */
const days = 90;
const daysFrom = (today: string, more: number) =>
  new Date(Date.parse(today) + more * 86_400_000).toISOString().slice(0, 10);

interface Props {
  data: ExchangeWritePage;
  viewer: { displayName: string };
}

/** Form of a notice: something looked for or offered. */
export function ExchangeForm({ data: { exchange, sectors, regions, instance }, viewer }: Props) {
  const id = useRef(exchange?.id);
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [version, setVersion] = useState(exchange?.version ?? 0);
  const { problems, busy, failed, run } = useAct(postExchange);
  const stale = problems.find(({ code }) => code === "STALE");
  const base = useHref("/");
  const kept = `exchange:${exchange?.id ?? ""}`;
  const send = (fields: FormData) => {
    id.current ??= keptId(kept);
    const text = (name: string) => (fields.get(name) as string | null) ?? "";
    const read = stale ? Number(stale.value) : version;
    setVersion(read);
    // Whole: a field that the form forgets does not compile.
    const sheet: Kept<typeof exchangeFields> = {
      direction: text("direction") as ExchangeDirection,
      kind: text("kind") as ExchangeKind,
      title: text("title"),
      text: text("text"),
      sector: text("sector"),
      organisation: text("organisation") || null,
      expiresOn: text("expiresOn") || instance.today,
    };
    return run({
      id: id.current,
      version: read,
      ...sheet,
      territory: text("territory"),
      initiative: text("initiative") || null,
      name: text("name") || null,
    });
  };
  return (
    <KeptForm
      kept={kept}
      version={exchange?.version}
      onOlder={setVersion}
      problems={saidAs(problems, { CARRIES_CONTACT: m.exchange_carries_contact })}
      busy={busy}
      onSubmit={send}
      // The notice is a page of the site of everybody: another document.
      onSent={() => location.assign(base.replace(/\/$/, "") + paths.exchange(id.current!))}
      label={exchange ? m.exchange_edit() : m.exchange_post()}
    >
      {stale && exchange && (
        <Notice tone="warn">
          <p>{m.exchange_theirs()}</p>
          <blockquote lang={contentLang()}>
            {exchange.title}
            <br />
            {exchange.text}
          </blockquote>
        </Notice>
      )}
      <Fieldset name="direction" legend={m.exchange_which()}>
        <Choices>
          {keysOf(directionNames).map((value) => (
            <RadioCard
              name="direction"
              value={value}
              label={directionNames[value]()}
              defaultChecked={value === (exchange?.direction ?? "NEED")}
              key={value}
            />
          ))}
        </Choices>
      </Fieldset>
      <Select name="kind" label={m.exchange_what()} defaultValue={exchange?.kind}>
        {keysOf(kindNames).map((value) => (
          <option value={value} key={value}>
            {kindNames[value]()}
          </option>
        ))}
      </Select>
      <TextField
        name="title"
        label={m.exchange_field_title()}
        help={m.exchange_field_text_help()}
        defaultValue={exchange?.title}
        maxLength={limits["exchange.title"]}
      />
      <WritingArea
        name="text"
        label={m.exchange_field_text()}
        help={m.exchange_field_text_help()}
        rows={5}
        defaultValue={exchange?.text}
        maxLength={limits["exchange.text"]}
      />
      <Select name="sector" label={m.exchange_sector()} defaultValue={exchange?.sector}>
        <option value="">{m.exchange_choose()}</option>
        {offered(sectors, exchange ? [exchange.sector] : []).map((term) => (
          <option value={term.key} key={term.key}>
            {termLabel(term)}
          </option>
        ))}
      </Select>
      <Select name="territory" label={m.exchange_territory()} defaultValue={exchange?.territory.slug}>
        <option value="">{m.exchange_choose()}</option>
        <TerritoryOptions regions={regions} />
      </Select>
      <InitiativeField
        name="initiative"
        send="slug"
        optional
        label={m.exchange_field_initiative()}
        none={m.exchange_field_initiative_none()}
        chosen={exchange?.initiative}
      />
      <TextField
        name="organisation"
        optional
        label={m.exchange_field_organisation()}
        defaultValue={exchange?.organisation ?? ""}
        maxLength={limits["exchange.organisation"]}
        autoComplete="organization"
      />
      <TextField
        name="expiresOn"
        type="date"
        label={m.exchange_field_until()}
        help={m.exchange_field_until_help()}
        min={instance.today}
        max={daysFrom(instance.today, limits["exchange.days"])}
        defaultValue={exchange?.expiresOn ?? daysFrom(instance.today, days)}
      />
      <NameField viewer={viewer} />
      <Failed because={failed} />
      <p className="cluster">
        <Button type="submit" primary>
          {exchange ? m.exchange_save() : m.exchange_publish()}
        </Button>
        <ButtonLink to={exchange ? paths.exchange(exchange.id) : paths.exchanges()}>{m.exchange_cancel()}</ButtonLink>
      </p>
      <HiddenField />
    </KeptForm>
  );
}

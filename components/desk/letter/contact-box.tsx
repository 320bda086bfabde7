"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormRefusal } from "#components/ui/form-refusal.tsx";

export interface OpenedContact {
  contact?: { name: string | null; phone: string | null };
  refusal?: string;
}

interface ContactBoxProps {
  action: (before: OpenedContact, form: FormData) => Promise<OpenedContact>;
  /** Of the letter, or of what else leads to its writer. */
  id: number;
  name?: "letterId" | "callBackId";
  words: Record<"open" | "name" | "phone" | "none", string>;
}

/** Name and telephone stay closed until somebody who handles the letter opens them; that they did is on record. */
export function ContactBox({ action, id, name = "letterId", words }: ContactBoxProps) {
  const [{ contact, refusal }, open] = useActionState(action, {});
  if (contact) {
    return (
      <dl
        aria-live="polite"
        className="grid grid-cols-[auto_1fr] gap-x-3 border border-dashed border-warn bg-warn-bg px-3 py-2"
      >
        <dt className="font-normal text-ink-2">{words.name}</dt>
        <dd>{contact.name ?? words.none}</dd>
        <dt className="font-normal text-ink-2">{words.phone}</dt>
        <dd className="tabular-nums">
          {contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : words.none}
        </dd>
      </dl>
    );
  }
  return (
    <>
      <FormRefusal words={refusal} />
      <form action={open}>
        <input type="hidden" name={name} value={id} />
        <Button kind="quiet" size="small">
          {words.open}
        </Button>
      </form>
    </>
  );
}

import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import type { IconName } from "#components/ui/icon-shapes.ts";

const icons = {
  citizen: "user",
  leader: "stamp",
  operator: "mail",
  handler: "pencil",
  triage: "arrow-left-right",
  moderator: "message-square",
  supervisor: "siren",
  editor: "megaphone",
  administrator: "settings",
} as const satisfies Record<string, IconName>;

type Role = keyof typeof icons;

interface DemoRolesProps {
  action: (form: FormData) => Promise<void>;
  callbackUrl: string;
}

/** One button a role: in a demonstration nobody should need a phone to see the other side of the counter. */
export function DemoRoles({ action, callbackUrl }: DemoRolesProps) {
  const t = useTranslations("sign-in.demo.roles");
  return (
    <form action={action}>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9rem),1fr))] gap-2 md:grid-cols-3 xl:grid-cols-4">
        {(Object.keys(icons) as Role[]).map((role) => (
          <li key={role}>
            <button
              type="submit"
              name="role"
              value={role}
              className="grid h-full min-h-15 w-full grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2.5 rounded-sm border border-control bg-card px-2.5 py-2 text-start text-sm leading-normal hover:border-ink"
            >
              <Icon of={icons[role]} className="mt-0.5 size-5 text-brand" />
              <span>
                <b className="me-2 text-base leading-snug">{t(`${role}.name`)}</b>{" "}
                <span className="inline-block text-ink-2">{t(`${role}.who`)}</span>
                <span className="hidden text-ink-2 sm:block">{t(`${role}.does`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

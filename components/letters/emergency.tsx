import { useTranslations } from "next-intl";
import { Panel } from "#components/ui/panel.tsx";

const numbers = { police: "110", fire: "119", ambulance: "120" } as const;

/** Where a life may be in danger the telephone comes before the letter or the comment. `found`: what was written says so. */
export function Emergency({ found, className }: { found?: boolean | "talk"; className?: string }) {
  const t = useTranslations("write.urgent");
  return (
    <Panel kind="danger" className={className}>
      <p className="font-semibold text-danger" role={found ? "alert" : undefined}>
        {t(wordsOf(found))}
      </p>
      <p className="flex flex-wrap gap-x-4">
        {(["police", "fire", "ambulance"] as const).map((service) => (
          <span key={service} className="whitespace-nowrap">
            <a href={`tel:${numbers[service]}`} className="text-lg font-semibold tabular-nums text-ink">
              {numbers[service]}
            </a>{" "}
            {t(service)}
          </span>
        ))}
      </p>
    </Panel>
  );
}

function wordsOf(found: boolean | "talk" | undefined) {
  if (found === "talk") return "talk";
  return found ? "found" : "title";
}

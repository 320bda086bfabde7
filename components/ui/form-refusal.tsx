import { Icon } from "#components/ui/icon.tsx";

/** The platform said no to a well-filled form: why, and what can be done. What was typed is still in the fields. */
export function FormRefusal({ words }: { words?: string | null }) {
  if (!words) return null;
  return (
    <p
      role="alert"
      className="my-4 flex gap-2 border border-danger border-s-4 bg-card px-4 py-3 font-semibold leading-normal text-danger"
    >
      <Icon of="circle-x" className="mt-1" />
      <span>{words}</span>
    </p>
  );
}

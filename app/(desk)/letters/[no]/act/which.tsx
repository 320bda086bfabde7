/** The letter's id for the domain, its number for whoever stands before it by a query code. */
export function Which({ letter }: { letter: { id: number; number: string } }) {
  return (
    <>
      <input type="hidden" name="letterId" value={letter.id} />
      <input type="hidden" name="number" value={letter.number} />
    </>
  );
}

/** Who speaks: a leader under their position, an office under its name, a citizen under a nickname. */
export interface Speaker {
  leader: { handle: string; title: string; titleEn: string | null } | null;
  office: { slug: string; name: string; nameEn: string | null } | null;
  /** Null under a plate: it is the position or the office that speaks. */
  nickname: string | null;
  /** Whose hand it was, where a leader or an office speaks. */
  voice: "self" | "office" | null;
}

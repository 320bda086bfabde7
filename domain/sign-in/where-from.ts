/** What the edge knows of the browser that asks. */
export interface WhereFrom {
  address: string;
  /** In words for the list of one's own sign-ins: "Firefox · Windows". */
  device: string | null;
}

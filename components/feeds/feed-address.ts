/** Where a page's feed is: its own address with `.atom`, the home page's /index.atom. */
export function feedAddress(page: string): string {
  const mark = page.indexOf("?");
  const [path, query] = mark < 0 ? [page, ""] : [page.slice(0, mark), page.slice(mark)];
  return `${path === "/" ? "/index" : path}.atom${query}`;
}

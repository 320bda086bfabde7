/** The words of preferences, for pages too: what there is to be told of, by which ways, how soon, how much. */
export {
  levels,
  type NoticeChannel,
  type NoticeKind,
  noticeChannels,
  noticeKinds,
  type Pace,
  paces,
} from "#db/schema/notices.ts";

import { z } from "zod";
import { foldedTag } from "#domain/posts/tags.ts";

/** leader:shuji, office:jiaotong, region:yuancheng, letter:HY-2026-00012, tag:路灯. */
const followed =
  /^(?:(?:leader|office|region):[\w-]{1,80}|letter:[A-Z]{2,4}-\d{4}-\d{5,9}|tag:[\p{L}\p{N}_·-]{2,30})$/u;

export const followedTopic = z
  .string()
  .max(120)
  .transform((topic) => (topic.startsWith("tag:") ? `tag:${foldedTag(topic.slice(4))}` : topic))
  .pipe(z.string().regex(followed));

export const followInput = z.object({
  topic: followedTopic,
  /** 1 关注, 0 no more. */
  follow: z.coerce.number().pipe(z.literal([1, 0])),
});

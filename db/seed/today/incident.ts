import { findOffice } from "#domain/administration/find.ts";
import { endIncident } from "#domain/incidents/end-incident.ts";
import { draftPost } from "#domain/posts/draft.ts";
import { publishPost } from "#domain/posts/publish.ts";
import { addUpdate } from "#domain/updates/add-update.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import { type Ago, ago } from "./demo-letter.ts";

const first =
  "越王大道永福路口，地下燃气管被施工挖破，有气味。消防、交警、燃气抢修已经到场，路口四个方向封闭，沿街店铺正在疏散。请绕行，不要围观，不要点火和开关电器。";

const updates = [
  { at: ago(7, "15:35"), body: "气源已经切断，没有人受伤。路口到第二小学一段暂时停气，学校照常放学，由东门走。" },
  { at: ago(7, "17:20"), body: "破口找到了，正在换管。网上说“要停三天气”不属实，换好就试压，试完逐栋恢复。" },
];
const last = "换管、试压、检测都合格，路口放行，燃气公司正在逐栋上门开阀。挖破的原因由住建部门调查，结果在这里公布。";

/** 突发情况 of last week, told by the triage centre in numbered updates and withdrawn. */
export function incidentActs(cast: Cast, when: (ago: Ago) => Date): Act[] {
  const speaker = cast.office("wangxin");
  let postId: number;
  let officeId: number;
  return [
    {
      at: when(ago(7, "15:10")),
      run: async (tx, now) => {
        officeId = (await findOffice(tx, "wangxin")).office.id;
        const draft = { kind: "incident" as const, body: first, prompts: [], images: [], demo: true };
        postId = (await draftPost(tx, speaker, { stream: { officeId }, ...draft }, now)).id;
        await publishPost(tx, speaker, { postId }, now);
      },
    },
    ...updates.map(
      ({ at, body }): Act => ({
        at: when(at),
        run: (tx, now) => addUpdate(tx, speaker, { postId, body, images: [], as: { officeId } }, now),
      }),
    ),
    { at: when(ago(7, "19:05")), run: (tx, now) => endIncident(tx, speaker, { postId, body: last, images: [] }, now) },
  ];
}
